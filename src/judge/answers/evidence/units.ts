/** Puts lines together again that were broken: from the pieces that stand on the sheet to the lines of the log. */
import type { LogLine } from "../../../evidence/log/line";
import { ownLine } from "./own-line";
import type { PastedLine } from "./pasted-lines";
import { joined, joinedToClient, type Whole } from "./wrapped";

export interface Unit extends PastedLine {
  /** The line of the log, where it has words of its own. */
  readonly whole: Whole | undefined;
}

export function unitsOf(pasted: readonly PastedLine[]): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < pasted.length;) {
    const { text, line, column } = pasted[i] ?? NOWHERE;
    const whole = wholeFrom(pasted.slice(i, i + MOST_PIECES).map((piece) => piece.text));
    units.push({ text, line, column, whole });
    i += whole?.pieces ?? 1;
  }
  return withWholeClients(units);
}

/** A line of 250 characters in a terminal of 80 has four pieces. */
const MOST_PIECES = 4;
const NOWHERE: PastedLine = { text: "", line: 1, column: 1 };

function wholeFrom(pieces: readonly string[]): Whole | undefined {
  const [first = ""] = pieces;
  if (first === "") return undefined;
  const line = ownLine(first);
  return line === undefined ? joined(pieces) : { line, pieces: 1 };
}

/** A second look, now that it is known which clients there are. */
function withWholeClients(units: readonly Unit[]): Unit[] {
  const clients = new Set(units.flatMap(({ whole }) => (whole ? firmClient(whole.line) : [])));
  const isKnown = (client: string) => clients.has(client);
  const taken = new Set<Unit>();
  return units.flatMap((unit, i) => {
    if (taken.has(unit)) return [];
    const next = units[i + 1];
    if (unit.whole === undefined || next === undefined || next.whole !== undefined) return [unit];
    const whole = joinedToClient(unit.whole.line, next.text, isKnown);
    if (whole === undefined) return [unit];
    taken.add(next);
    return [{ ...unit, whole }];
  });
}

/** A client that stands between other words of its line, and so cannot have been broken unseen. */
function firmClient({ event }: LogLine): string[] {
  if (event === undefined || !("client" in event)) return [];
  return event.kind !== "packet" || "packetId" in event || "code" in event ? [event.client] : [];
}
