/** Whether an excerpt is in the broker's own log: what is not may be somebody else's, or from another broker's. */
import { phrase, type Text } from "../../../words/text";
import type { LogIndex } from "../log-index";
import type { Sought } from "../log-index/sought";
import { conversationsOf } from "./conversations";
import type { Excerpt, ShownLine } from "./excerpt";
import { WORDS } from "./words";

export interface Missing {
  /** `outside`: the log given does not tell of that time, so that nothing can be said against the excerpt. */
  readonly rule: "outside" | "absent" | "other-time" | "apart";
  readonly reason: Text;
}

/** @returns nothing where all of it is in the log, about one connection each */
export function missingIn(log: LogIndex, excerpt: Excerpt): Missing | undefined {
  const whole = excerpt.lines.filter(({ cut }) => !cut);
  const untold = whole.filter(({ at }) => at !== undefined && !log.covers(at));
  if (untold.length > 0) return missing("outside", untold, whole);
  const absent = whole.filter((line) => !log.hasThen({ ...soughtOf(line), at: undefined }));
  if (absent.length > 0) return { ...missing("absent", absent, whole, strangersAmong(absent, log)) };
  const elsewhen = whole.filter((line) => !log.hasThen(soughtOf(line)));
  if (elsewhen.length > 0) return missing("other-time", elsewhen, whole);
  const apart = conversationsOf(excerpt).find(({ lines }) => !log.hasTogether(ofItsClient(lines)));
  return apart && missing("apart", apart.lines, whole);
}

function soughtOf({ log, at }: ShownLine): Sought {
  return { message: log.message, at };
}

/** Lines that name the client: others are the same for every client, and found by themselves. */
function ofItsClient(lines: readonly ShownLine[]): Sought[] {
  return lines.filter(({ event, cut }) => "client" in event && !cut).map(soughtOf);
}

function missing(
  rule: Missing["rule"],
  lines: readonly ShownLine[],
  whole: readonly ShownLine[],
  more: Text | string = "",
): Missing {
  const first = lines[0]?.line ?? 1;
  const count = phrase`${lines.length}/${whole.length}`;
  return { rule, reason: phrase`${WORDS.missing[rule]}${WORDS.linesFrom}${first} (${count})${more}` };
}

/** Tells an excerpt of another broker from one that was altered. */
function strangersAmong(lines: readonly ShownLine[], log: LogIndex): Text | string {
  const clients = new Set(lines.flatMap(({ event }) => ("client" in event ? [event.client] : [])));
  const unknown = [...clients].filter((client) => !log.knows(client)).slice(0, 3);
  return unknown.length === 0 ? "" : phrase`${WORDS.unknownClients}${unknown.join(", ")}`;
}
