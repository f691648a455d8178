/**
 * Reads what a student pasted of the broker's log, with the grammar that reads the log itself. Lines that are no line of
 * a log are left out and remembered; nothing is made up but what pasting destroys (see `pasted`, `wrapped`, `tabs`).
 */
import type { LogEvent } from "../../../evidence/log/event";
import { readCut } from "../../../evidence/log/grammar";
import { type LogLine, parseLine } from "../../../evidence/log/line";
import { LineParser } from "../../../evidence/log/line-parser";
import type { Position, Written } from "../answer";
import { instantOf, type Instant } from "./instant";
import { isTelling, isUninteresting } from "./own-line";
import { isSeparator, plain, unmarked } from "./pasted";
import { pastedLines, type PastedLine } from "./pasted-lines";
import { unitsOf } from "./units";
import { wordless } from "./wordless";

/** A line of the log, where the student pasted it. */
export interface ShownLine extends Position {
  /** As the broker wrote it, time stamp included. */
  readonly log: LogLine;
  readonly event: LogEvent;
  readonly at: Instant | undefined;
  /** Something stands between it and the line before: a blank line, `[...]`, what is no line of a log. */
  readonly apart: boolean;
  /** The end of the line is missing. */
  readonly cut: boolean;
}

export interface StrangeLine extends Position {
  readonly text: string;
}

export interface Excerpt {
  readonly lines: readonly ShownLine[];
  /** What is no line of a log. */
  readonly strange: readonly StrangeLine[];
  /** Where lines had been broken. */
  readonly wraps: readonly Position[];
}

/** The same text is asked for several times: what it shows, whether it is in the log, whether the answer agrees. */
const kept = new WeakMap<Written, Excerpt>();

export function readExcerpt(written: Written): Excerpt {
  const known = kept.get(written);
  if (known !== undefined) return known;
  const excerpt = read(pastedLines(written));
  kept.set(written, excerpt);
  return excerpt;
}

/** Whether anything in it comes from a broker's log. */
export function isLog({ lines }: Excerpt): boolean {
  return lines.some(({ event }) => isTelling(event));
}

function read(pasted: readonly PastedLine[]): Excerpt {
  const units = unitsOf(pasted);
  const parser = new LineParser();
  const [lines, strange, wraps]: [ShownLine[], StrangeLine[], Position[]] = [[], [], []];
  let [apart, marked] = [false, false];
  for (const { text, whole, line, column } of units) {
    const last = lines.at(-1)?.log;
    if (whole !== undefined) marked = whole.pieces === 1 && plain(text) !== whole.line.raw;
    const log = whole
      ? parser.parse(whole.line.raw)
      : (wordless(marked ? unmarked(text) : text, parser, last) ?? cutLine(text));
    if (log?.event !== undefined)
      lines.push({ line, column, log, event: log.event, at: instantOf(log.stamp), apart, cut: isCut(log) });
    else if (!isSeparator(text) && !isUninteresting(text)) strange.push({ line, column, text });
    if (whole !== undefined && whole.pieces > 1) wraps.push({ line, column });
    apart = log?.event === undefined;
  }
  return { lines, strange, wraps };
}

const PUBLISH = /(?:Received|Sending|Denied) PUBLISH /;

/** A PUBLISH whose end is missing, as a terminal shows it that does not wrap: what comes before the topic is enough. */
function cutLine(text: string): LogLine | undefined {
  const line = plain(text);
  const start = line.search(PUBLISH);
  const event = start === -1 || line.endsWith(")") ? undefined : readCut(line, start);
  return event === undefined || event.kind === "cut" ? undefined : parseLine(line).meaning(event);
}

/** The broker itself cuts no line that is shorter. */
const LINE_LIMIT = 999;

function isCut({ event, raw }: LogLine): boolean {
  return event !== undefined && "truncated" in event && Buffer.byteLength(raw) < LINE_LIMIT;
}
