/**
 * Cuts a sheet at the lines that begin a question or stand before the questions, so that what is wrong with one of them
 * cannot reach another.
 */
import { meant } from "../../../../words/nearest";
import type { Lookup } from "../draft";
import { folded, headOf } from "../keys";

export interface Segment {
  /** Of a question, or a key before the questions; as written but for accents and capitals. None for what comes before them all. */
  readonly name?: string;
  readonly isQuestion: boolean;
  /** Place of its name, from 1; line 0 for what comes before them all. */
  readonly line: number;
  readonly column: number;
  /** What follows the name on its line, and the column where that begins, from 0. */
  readonly rest: string;
  readonly restAt: number;
  /** The lines below. */
  readonly lines: readonly string[];
}

type Start = Omit<Segment, "lines">;

/** A key: what is before it, its name, what follows the name, and what is behind that. */
const KEY = /^([\s>*-]{0,40}["'`*]{0,3})([^\s:="'`*#：>-][^:="'`*#：]{0,80}?)["'`*]{0,3}\s{0,40}([:=：]|$)/u;
/** An identifier that is not known, or no longer. */
const LIKE_AN_ID = /^\d{1,3}(?:\.\d{1,3})*-\p{L}[\p{L}\d-]*$/u;
const MARKER = /^(?:---|\.\.\.)\s*$/;
/** The line above a question: `# 2.4-qos2 (2 points)`. */
const TITLE = /^# ?(\d[^\s(]{2,80}) {0,3}\(/;
/** More than these are no slips of the pen. */
const MOST_STRAYS = 50;

export function segmentsOf(source: string, lookup: Lookup): Segment[] {
  const lines = source.split("\n").map((line) => (MARKER.test(line) ? "" : line));
  const keys = lines.map(keyIn);
  const placed = new Set(keys.flatMap((key) => (key?.before === "" ? [key.name] : [])));
  const reading = { lines, keys, lookup, placed, strays: 0, inQuestions: false, endOfComments: 0 };
  const starts: (Start & { readonly at: number })[] = [{ ...BEFORE, at: -1 }];
  for (const at of lines.keys()) {
    const start = startAt(at, reading);
    if (start === undefined) continue;
    reading.inQuestions ||= start.isQuestion;
    starts.push({ ...start, at: start.line - 1 });
  }
  return starts.map(({ at, ...start }, i) => ({ ...start, lines: lines.slice(at + 1, starts[i + 1]?.at) }));
}

const BEFORE: Start = { isQuestion: false, line: 0, column: 1, rest: "", restAt: 0 };

interface Reading {
  readonly lines: readonly string[];
  /** Of each line. */
  readonly keys: readonly (Key | undefined)[];
  readonly lookup: Lookup;
  /** Names that stand at the margin. */
  readonly placed: ReadonlySet<string>;
  readonly inQuestions: boolean;
  strays: number;
  /** Index of the line after the last comments that were looked at. */
  endOfComments: number;
}

interface Key {
  readonly before: string;
  readonly name: string;
  readonly sign: string;
  readonly rest: string;
  readonly restAt: number;
}

function keyIn(line: string): Key | undefined {
  const [all = "", before = "", name = "", sign] = KEY.exec(line) ?? [];
  // Most lines are text, and are none at a glance.
  if (sign === undefined || ((sign !== ":" || before !== "") && !/^\d/.test(name))) return undefined;
  const margin = before.replace(/["'`]+$/, "");
  return { before: margin, name: folded(name), sign, rest: line.slice(all.length), restAt: all.length };
}

function startAt(at: number, reading: Reading): Start | undefined {
  const text = reading.lines[at] ?? "";
  const { lookup, placed } = reading;
  if (text.startsWith("#")) return byTitle(text, at, reading);
  const key = reading.keys[at];
  if (key === undefined) return undefined;
  const { before, name, sign, rest, restAt } = key;
  const start = { name, line: at + 1, column: before.length + 1, rest, restAt };
  const isKnown = lookup.known.has(name);
  // An identifier alone on its line, and nowhere at the margin, begins its question wherever it stands.
  if (before !== "" && isKnown && sign === ":" && !placed.has(name) && /^\s*\|?\s*$/.test(rest))
    return { ...start, isQuestion: true };
  if (before !== "") return undefined;
  if (isKnown || (sign === ":" && isStray(name, rest, at, reading))) return { ...start, isQuestion: true };
  // Among the questions such a line is a line of an answer, at the margin by mistake.
  return !reading.inQuestions && sign === ":" && headOf(name) !== undefined
    ? { ...start, isQuestion: false }
    : undefined;
}

/** Lines of an answer, such as a date, can look so too: but after a blank line, or where an identifier is near. */
function isStray(name: string, rest: string, at: number, reading: Reading): boolean {
  if (!LIKE_AN_ID.test(name) || reading.strays >= MOST_STRAYS) return false;
  reading.strays++;
  if (/^\s*\|?\s*$/.test(rest) || /^\s*(?:#.*)?$/.test(reading.lines[at - 1] ?? "")) return true;
  return meant(name, [...reading.lookup.asked]) !== undefined;
}

/** Where somebody deleted the line with the identifier, the one above it still tells. */
function byTitle(text: string, at: number, reading: Reading): Start | undefined {
  const { lines, keys, lookup, placed } = reading;
  const name = folded(TITLE.exec(text)?.[1] ?? "");
  if (placed.has(name) || !lookup.asked.has(name) || !isSheet(reading)) return undefined;
  let next = Math.max(at + 1, reading.endOfComments);
  while (lines[next]?.startsWith("#")) next++;
  reading.endOfComments = next;
  if (keys[next]?.name === name) return undefined;
  return { name, isQuestion: true, line: next, column: 1, rest: "", restAt: 0 };
}

/** Headings in Markdown look like comments. */
function isSheet({ placed, lookup }: Reading): boolean {
  for (const name of placed) if (lookup.known.has(name)) return true;
  return false;
}
