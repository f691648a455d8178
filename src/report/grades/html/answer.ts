/** What a student wrote, as the pages show it. */
import type { FinalMark } from "../grades";
import { bounded } from "./bounded";
import { linesOf, markup, type Markup } from "./markup";

type Part = FinalMark["written"][number];

const LONGEST = 2000;
const LINES = 40;

/** Sentences as text; excerpts and commands letter by letter under each other. Either direction of writing. */
export function writtenPart({ place, text }: Part, length = LONGEST, lines = LINES): Markup {
  const shown = linesOf(bounded(text.trim(), length, lines));
  return place === "answer"
    ? markup`<div class="said" dir="auto">${shown}</div>\n`
    : markup`<pre dir="auto">${shown}</pre>\n`;
}
