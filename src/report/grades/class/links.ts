/** Links from the page of the class to those of the students. */
import type { Words } from "../../../words/words";
import { linkPart, markup, type Markup } from "../html/markup";
import { studentFile } from "../files";
import { nameOf } from "../name";
import type { Seen } from "../visibility";

/** @param question the answer to go to */
export function studentLink(seen: Seen, words: Words["grades"], question?: string): Markup {
  const place = studentFile(seen.id).split("/").map(linkPart).join("/");
  const anchor = question === undefined ? "" : `#${linkPart(question)}`;
  return markup`<a href="${place}${anchor}"><bdi>${nameOf(seen, words)}</bdi></a>`;
}
