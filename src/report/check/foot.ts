/** The foot of `check`: how many of each, and what to do next. */
import type { Outcome } from "../../judge/answers/mark";
import { inLang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { wrap } from "../text/layout";
import { printable } from "../text/printable";
import type { Checked } from "./checked";
import { countsOf } from "./json";
import type { Screen } from "./screen";

/** In the order in which they are counted. */
const ORDER: readonly Outcome[] = ["right", "partly", "wrong", "ungradable", "teacher", "noted", "blank"];

export function footOf(checked: Checked, { lang, columns }: Screen): string[] {
  const { counts: words } = wordsOf(lang).cli.check.screen;
  const counts = countsOf(checked.questions);
  const counted = ORDER.filter((outcome) => counts[outcome] > 0).map((outcome) =>
    words[outcome](counts[outcome]),
  );
  const notes = checked.notes.map((text) => inLang(text, lang));
  return [counted.join(" · "), ...next(checked, counts, lang), ...notes].map((text) =>
    wrap(printable(text), columns),
  );
}

function next(
  { questions, file }: Checked,
  counts: Readonly<Record<Outcome, number>>,
  lang: Screen["lang"],
): string[] {
  const words = wordsOf(lang).cli.check.screen.next;
  const { length } = questions;
  if (counts.blank === length) return [words.empty];
  const open = counts.wrong + counts.partly;
  const isHinted = questions.some(({ asked }) => asked !== undefined);
  return [
    ...(counts.ungradable > 0 ? [words.mend] : []),
    ...(open > 0 && !isHinted ? [words.hint] : []),
    ...(counts.blank > 0 ? [words.blank] : []),
    ...(open + counts.ungradable + counts.blank === 0 ? [words.handIn(file)] : []),
    ...(counts.noted > 0 ? [words.noted] : []),
  ];
}
