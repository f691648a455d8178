/**
 * Whole lines of a log: what a broker, Docker or the journal put before a message is taken off, and the message read.
 *
 * A broker's timestamp is whatever `log_timestamp_format` makes of it, so it is not recognised by its shape: the message
 * is the longest end of the line, after a `: `, that the grammar understands. A topic that imitates a log line can
 * therefore not be taken for one, because the line that holds it is longer.
 */
import type { LogEvent } from "./event";
import { isLayout, readCut, readLoose, readStrict } from "./grammar";
import { type Bare, undecorate } from "./decoration";

/** What a line is to the exercises: `not-of-interest` is known and left alone, `unknown` is not understood. */
export type Interest = "understood" | "not-of-interest" | "unknown";

/** A line of a log, read. Its parts are cut out only when they are asked for. */
export class LogLine {
  /**
   * @param raw the line as it came
   * @param bare the same without what was put before it on its way
   * @param at where in the bare line the broker's message begins
   * @param event what the line tells of, if it is understood
   */
  constructor(
    readonly raw: string,
    private readonly bare: Bare,
    private readonly at: number,
    readonly interest: Interest,
    readonly event?: LogEvent,
  ) {}

  /** What the broker said, without timestamp; the bare line if it is not understood. */
  get message(): string {
    return this.bare.text.slice(this.at);
  }

  /** The broker's own timestamp as it stands in the line. */
  get stamp(): string | undefined {
    return stampOf(this.bare.text, this.bare.start, this.at);
  }

  /** The same line, understood otherwise. */
  meaning(event: LogEvent): LogLine {
    return new LogLine(this.raw, this.bare, this.at, "understood", event);
  }
}

// In a checkout every use of an import goes through a getter, which at a million lines a second is a quarter of the time.
const [bareOf, readAt] = [undecorate, readStrict];

/** Where a timestamp and its prefixes have ended at the latest. */
const LONGEST_PREFIX = 160;
/** Shortest that the journal puts before a line: `Nov 23 08:00:01 h m[1]: `. */
const JOURNAL_PREFIX = 22;
/** The broker's line buffer, in bytes. */
const LINE_LIMIT = 999;

/** Reads one line by itself. For the lines of one log in order, `LineParser` understands more. */
export function parseLine(raw: string): LogLine {
  return readLine(raw, bareOf(raw));
}

/** Reads a bare line: the first place where a message can begin and does. */
export function readLine(raw: string, bare: Bare): LogLine {
  const { text, start } = bare;
  // No message begins with a digit, but most timestamps do.
  const first = bare.message ?? (isDigit(text.charCodeAt(start)) ? nextMessage(text, start, start) : start);
  for (let at = first; at !== -1; at = nextMessage(text, at, start)) {
    const reading = readAt(text, at) ?? (isCut(bare) ? readCut(text, at) : undefined);
    if (reading === undefined || !isPrefix(text, start, at)) continue;
    return reading === "not-of-interest"
      ? new LogLine(raw, bare, at, "not-of-interest")
      : new LogLine(raw, bare, at, "understood", reading);
  }
  // Lines without words of their own only now, since nearly every line could be one.
  for (let at = start; at !== -1; at = nextMessage(text, at, start)) {
    const event = readLoose(text, at);
    if (event !== undefined && isPrefix(text, start, at))
      return new LogLine(raw, bare, at, "understood", event);
  }
  const at = afterPlainStamp(text, start);
  if (isLayout(text.slice(at))) return new LogLine(raw, bare, at, "not-of-interest");
  return new LogLine(raw, bare, at, "unknown");
}

/** Reads a bare line as `message`, if it ends in just that. */
export function readExpected(raw: string, bare: Bare, message: string, event: LogEvent): LogLine | undefined {
  const at = bare.text.length - message.length;
  if (at < bare.start || !bare.text.endsWith(message)) return undefined;
  const isWhole =
    at === bare.start || (bare.text.startsWith(": ", at - 2) && isPrefix(bare.text, bare.start, at));
  return isWhole ? new LogLine(raw, bare, at, "understood", event) : undefined;
}

/** The broker's timestamp, in text[start, at): behind `mosquitto[123]: `, if the journal put that there. */
function stampOf(text: string, start: number, at: number): string | undefined {
  if (at === start) return undefined;
  const end = at - 2;
  if (end - start < JOURNAL_PREFIX) return text.slice(start, end);
  const bracket = text.lastIndexOf("]", end);
  if (bracket < start) return text.slice(start, end);
  return bracket + 3 < end ? text.slice(bracket + 3, end) : undefined;
}

function isCut({ text, start }: Bare): boolean {
  const atMost = 3 * (text.length - start); // bytes of UTF-8, most often far below the limit
  return atMost >= LINE_LIMIT && Buffer.byteLength(text) - start >= LINE_LIMIT;
}

/** The next place after `at` where a message can begin, or -1. */
function nextMessage(text: string, at: number, start: number): number {
  const colon = text.indexOf(": ", at);
  return colon === -1 || colon - start > LONGEST_PREFIX ? -1 : colon + 2;
}

/** A timestamp has a digit in it; without this, a sentence that ends in somebody's name could stand for one. */
function isPrefix(text: string, start: number, end: number): boolean {
  if (start === end) return true;
  for (let at = start; at < end; at++) {
    if (isDigit(text.charCodeAt(at))) return true;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const PLAIN_STAMP = /[\d/:.T -]{1,40}: /y;

/** Behind a timestamp of digits, where the message is not understood and cannot show where it begins. */
function afterPlainStamp(text: string, start: number): number {
  PLAIN_STAMP.lastIndex = start;
  return PLAIN_STAMP.test(text) ? PLAIN_STAMP.lastIndex : start;
}
