/** Which of the lines that it may have been a pasted line was: the first that says something in the words of a broker. */
import type { LogEvent } from "../../../evidence/log/event";
import { type LogLine, parseLine } from "../../../evidence/log/line";
import { hasOwnWords } from "../../../evidence/log/own-words";
import { originals } from "./pasted";

/** The broker's lines are cut at 999 bytes; decoration and what editors add come on top. */
const LONGEST = 2000;

/** @param line without white space around it */
export function ownLine(line: string): LogLine | undefined {
  if (line.length > LONGEST) return undefined;
  // Nearly all can be read as they stand.
  return saying(line) ?? firstSaying(originals(line));
}

function firstSaying(lines: readonly string[]): LogLine | undefined {
  for (const line of lines) {
    const read = saying(line);
    if (read !== undefined) return read;
  }
  return undefined;
}

function saying(line: string): LogLine | undefined {
  const read = parseLine(line);
  return read.event !== undefined && hasOwnWords(read) ? read : undefined;
}

/** Whether it is a line of a broker's log that tells nothing about the exercises: advice, plugins, files. */
export function isUninteresting(line: string): boolean {
  return originals(line).some((text) => parseLine(text).interest === "not-of-interest");
}

/** Words that a program of any kind might print. */
const ANYBODYS: ReadonlySet<LogEvent["kind"]> = new Set([
  "error",
  "warning",
  "config-error",
  "openssl-error",
  "subscribe-filter",
  "cut",
]);

/** Whether the line shows by itself that a broker's log is where it comes from. */
export function isTelling(event: LogEvent): boolean {
  return !ANYBODYS.has(event.kind);
}
