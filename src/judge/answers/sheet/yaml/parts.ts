/** Finds the keys below the identifier of a question: `réponse: |`. */
import { distance } from "../../../../words/nearest";
import { LANGS, type Lang } from "../../../../words/text";
import { folded, KEYS, langOfKey, partOf, PARTS, type Part } from "../keys";

export interface Key {
  readonly part: Part;
  /** As written. */
  readonly name: string;
  /** Of its line among those below the identifier. */
  readonly at: number;
  /** Of its name, from 0. */
  readonly column: number;
  /** What follows its colon, and the column where that begins, from 0. */
  readonly rest: string;
  readonly restAt: number;
  /** The name that is meant, where another is written. */
  readonly meant?: string;
}

const KEY = /^([ \t]*)(["']?)(\p{L}{3,20})\2\s{0,20}(?:([:：])|(?=\|?\s*$))/u;
/** Text is indented by four spaces, keys by two. */
const TEXT = 4;

export function keysIn(lines: readonly string[]): Key[] {
  const first = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  const deepest = Math.max(TEXT - 1, width(lines[first] ?? ""));
  const keys: Key[] = [];
  for (const [at, line] of lines.entries()) {
    if (width(line) > (keys.length === 0 && at !== first ? TEXT - 1 : deepest)) continue;
    const key = keyOf(line, at, at === first);
    if (key !== undefined) keys.push(key);
  }
  return keys;
}

/** Of the indentation; a tab is as good as two spaces. */
function width(line: string): number {
  let wide = 0;
  for (const blank of line) {
    if (blank !== " " && blank !== "\t") break;
    wide += blank === "\t" ? 2 : 1;
  }
  return wide;
}

function keyOf(line: string, at: number, isFirst: boolean): Key | undefined {
  const [all = "", indent = "", quote = "", name = "", colon] = KEY.exec(line) ?? [];
  if (name === "") return undefined;
  const rest = line.slice(all.length);
  const key = { name, at, column: indent.length + quote.length, rest, restAt: all.length };
  const part = partOf(name);
  if (part !== undefined) return { ...key, part };
  // A word that only resembles a key may be the first of a sentence.
  if (colon === undefined || !(isFirst || /^\s*\|?\s*$/.test(rest))) return undefined;
  const near = nearPart(folded(name));
  return near === undefined ? undefined : { ...key, ...near };
}

function nearPart(name: string): Pick<Key, "part" | "meant"> | undefined {
  for (const part of PARTS) {
    for (const lang of LANGS) {
      if (distance(name, folded(KEYS[part][lang])) <= 2) return { part, meant: KEYS[part][lang] };
    }
  }
  return undefined;
}

/** The language that keys are written in. */
export function langOfKeys(keys: readonly Key[]): Lang | undefined {
  return keys.map(({ name }) => langOfKey(name)).find((lang) => lang !== undefined);
}
