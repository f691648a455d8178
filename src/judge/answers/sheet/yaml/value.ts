/**
 * The text of an answer, as it was written: `1.10` is no number, `the # stands for` does not end before the #, and a text
 * that YAML would not have where it stands is a text all the same.
 */
import type { Written } from "../../answer";
import { unquoted } from "./quotes";

interface Region {
  /** What follows the key on its line, and the column where that begins, from 0. */
  readonly rest: string;
  readonly restAt: number;
  /** The lines below. */
  readonly lines: readonly string[];
  /** Number of the key's line, from 1. */
  readonly line: number;
}

/** How a block begins; text beside it is text. A > can begin a text: `> 5 s`. */
const BLOCK = /^\s*(?:\|(?:[-+0-9]{0,2}\s*$)?|>[-+0-9]{0,2}\s*$)/;

export function valueOf({ rest, restAt, lines, line }: Region): Written {
  const [indicator = ""] = BLOCK.exec(rest) ?? [];
  const beside = rest.slice(indicator.length);
  const indent = sharedIndent(lines);
  const all = [beside.trim(), ...lines.map((one) => one.slice(indent))];
  const first = all.findIndex((one) => one.trim() !== "");
  if (first < 0) return { text: "", line, column: restAt + 1 };
  const column =
    first === 0 ? restAt + indicator.length + beside.length - beside.trimStart().length + 1 : indent + 1;
  const text = all
    .slice(first)
    .map((one) => (one.trim() === "" ? "" : one))
    .join("\n")
    .trimEnd();
  const bare = indicator === "" ? unquoted(text) : undefined;
  return bare === undefined
    ? { text, line: line + first, column }
    : { text: bare, line: line + first, column: column + 1 };
}

/** Of the characters that all lines begin with, how many are blanks. */
function sharedIndent(lines: readonly string[]): number {
  let shared: string | undefined;
  for (const line of lines) {
    if (line.trim() === "") continue;
    shared ??= line.slice(0, line.length - line.trimStart().length);
    let same = 0;
    while (same < shared.length && shared[same] === line[same]) same++;
    shared = shared.slice(0, same);
  }
  return shared?.length ?? 0;
}
