/**
 * Cuts a sheet at the lines that begin a question or stand before the questions, so that what is wrong with one of them
 * cannot reach another: a text of an answer is indented, and so never holds such a line.
 */
import type { Lookup } from "../draft";
import { folded, headOf } from "../keys";

export interface Segment {
  /** Of a question, or a key before the questions; as written but for accents and capitals. None for what comes before them all. */
  readonly name?: string;
  readonly isQuestion: boolean;
  /** Whether a colon follows the name. */
  readonly hasColon: boolean;
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Without comments and blank lines at its end. */
  readonly lines: readonly string[];
  /** Lines of the student's own that begin with # at the margin, and so are comments; from 1. */
  readonly comments: readonly number[];
}

/** A key at the margin: its name, what follows the name, and what is behind that. */
const KEY = /^(["']?)([^\s:="'#：][^:="'#：]{0,80}?)\1\s*([:=：]|$)/u;
/** An identifier that is not known, or no longer. */
const LIKE_AN_ID = /^\d{1,3}(?:\.\d{1,3})*-[\p{L}\d-]+$/u;
const MARKER = /^(?:---|\.\.\.)\s*$/;

export function segmentsOf(source: string, lookup: Lookup): Segment[] {
  const lines = source.split("\n").map((line) => (MARKER.test(line) ? "" : line));
  const starts: (Omit<Segment, "lines" | "comments"> & { readonly at: number })[] = [
    { isQuestion: false, hasColon: false, line: 1, at: 0 },
  ];
  let inQuestions = false;
  for (const [at, text] of lines.entries()) {
    const start = startOf(text, lookup, inQuestions);
    if (start === undefined) continue;
    inQuestions ||= start.isQuestion;
    starts.push({ ...start, line: at + 1, at });
  }
  return starts.map(({ at, ...start }, i) => {
    const all = lines.slice(at, i + 1 < starts.length ? starts[i + 1]?.at : undefined);
    return {
      ...start,
      lines: withoutEnd(all),
      comments: start.name === undefined ? [] : ownComments(all, at),
    };
  });
}

function startOf(
  text: string,
  lookup: Lookup,
  inQuestions: boolean,
): Pick<Segment, "name" | "isQuestion" | "hasColon"> | undefined {
  const [, , written = "", sign] = KEY.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const name = folded(written);
  const hasColon = sign === ":";
  if (lookup.known.has(name) || (hasColon && LIKE_AN_ID.test(name)))
    return { name, isQuestion: true, hasColon };
  // Among the questions such a line is a line of an answer, at the margin by mistake.
  return !inQuestions && hasColon && headOf(name) !== undefined
    ? { name, isQuestion: false, hasColon }
    : undefined;
}

function withoutEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line, i) => i === 0 || !/^#|^\s*$/.test(line));
  return lines.slice(0, last + 1);
}

/** The sheet's own comments come after a blank line. */
function ownComments(lines: readonly string[], at: number): number[] {
  const numbers: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const isComment = lines[i]?.startsWith("#") ?? false;
    const before = lines[i - 1] ?? "";
    const follows = before.trim() !== "" && (!before.startsWith("#") || numbers.includes(at + i));
    if (isComment && follows) numbers.push(at + i + 1);
  }
  return numbers;
}
