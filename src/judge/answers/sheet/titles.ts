/** The headings of a sheet's sections. */
import { LANGS } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { folded } from "./keys";

/** `2.4  QoS 0, 1 and 2`; the number alone of a section that the lab sheet has not. */
export function titleOf(section: string, titles: Readonly<Record<string, string>>): string {
  const title = titles[section];
  return title === undefined ? section : `${section}  ${title}`;
}

/** All of them, in both languages, folded. */
export function titles(): ReadonlySet<string> {
  return (kept ??= new Set(
    LANGS.flatMap((lang) => {
      const { sections } = wordsOf(lang).cli.sheet.written;
      return Object.keys(sections).map((section) => folded(titleOf(section, sections)));
    }),
  ));
}

let kept: ReadonlySet<string> | undefined;
