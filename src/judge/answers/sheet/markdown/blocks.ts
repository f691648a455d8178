/** Cuts a sheet in Markdown at the headings that name a question. */
import type { Lookup } from "../draft";
import { folded } from "../keys";
import { titles } from "../titles";

export interface Block {
  /** Of the question, but for accents and capitals; none for what comes before the first. */
  readonly id?: string;
  /** Number of its heading, from 1; 0 where there is none. */
  readonly line: number;
  /** Below the heading. */
  readonly lines: readonly string[];
}

const HEADING = /^ {0,3}#{1,6}\s*([^\s#].*)$/;
/** `2.4-qos2`, set off as one pleases, and the points. */
const NAMED = /^[\s*_`]*([^\s*`(:]{3,80})[\s*_`:]*(?:\(.*\))?[\s*_`:]*$/;
const LIKE_AN_ID = /^\d{1,3}(?:\.\d{1,3})*-[a-z\d-]+$/;
/** Longer lines are no headings. */
const LONGEST = 200;

export function blocksOf(source: string, lookup: Lookup): Block[] {
  const lines = source.split("\n").map((text) => ({ text, heading: headingIn(text) }));
  const named = new Set(lines.map(({ heading }) => idIn(heading, lookup.known)));
  const blocks: { id?: string; line: number; lines: string[] }[] = [{ line: 0, lines: [] }];
  for (const [i, { text, heading }] of lines.entries()) {
    // Without its # it is a heading still, if nothing else stands on the line and the question has no other.
    const bare = heading === undefined ? idIn(text, lookup.known) : undefined;
    const id = idIn(heading, undefined) ?? (named.has(bare) ? undefined : bare);
    if (id !== undefined) blocks.push({ id, line: i + 1, lines: [] });
    else if (heading !== undefined && titles().has(folded(heading))) blocks.push({ line: i + 1, lines: [] });
    else blocks.at(-1)?.lines.push(text);
  }
  return blocks;
}

function headingIn(text: string): string | undefined {
  return text.length > LONGEST ? undefined : HEADING.exec(text)?.[1];
}

/** @param known ids that it can be; without them, whatever looks like one */
function idIn(text: string | undefined, known: ReadonlySet<string> | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST) return undefined;
  const id = folded(NAMED.exec(text)?.[1] ?? "");
  return (known?.has(id) ?? LIKE_AN_ID.test(id)) ? id : undefined;
}
