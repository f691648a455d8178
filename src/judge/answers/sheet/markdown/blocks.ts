/** Cuts a sheet in Markdown at the headings that name a question. */
import type { Lookup } from "../draft";
import { folded } from "../keys";
import { titles } from "../titles";

export interface Block {
  /** Of the question, but for accents and capitals; none for what comes before the first. */
  readonly id?: string;
  /** Number of its heading, from 1; of its first line where there is none. */
  readonly line: number;
  /** Below the heading. */
  readonly lines: readonly string[];
}

const HEADING = /^ {0,3}#{1,6}\s+(\S.*)$/;
/** `2.4-qos2`, set off as one pleases, and the points. */
const NAMED = /^[\s*_`]*([^\s*`(:]{3,80})[*_`:]*\s*(?:\(.*\))?[\s:]*$/;
const LIKE_AN_ID = /^\d{1,3}(?:\.\d{1,3})*-[a-z\d-]+$/;

export function blocksOf(source: string, lookup: Lookup): Block[] {
  const blocks: { id?: string; line: number; lines: string[] }[] = [{ line: 1, lines: [] }];
  for (const [i, line] of source.split("\n").entries()) {
    const heading = HEADING.exec(line)?.[1];
    const id = idIn(heading ?? line, heading !== undefined, lookup);
    if (id !== undefined) blocks.push({ id, line: i + 1, lines: [] });
    else if (heading !== undefined && titles().has(folded(heading))) blocks.push({ line: i + 1, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

/** Without its # it is a heading still, if nothing else stands on the line. */
function idIn(text: string, isHeading: boolean, { known }: Lookup): string | undefined {
  const id = folded(NAMED.exec(text)?.[1] ?? "");
  return known.has(id) || (isHeading && LIKE_AN_ID.test(id)) ? id : undefined;
}
