/** What Moodle shows a student beside the grade: HTML, on one line, with nothing that a spreadsheet would act upon. */
import type { Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { askedIn } from "../asked";
import { harmless } from "../csv/harmless";
import { markup, NOTHING, type Markup } from "../html/markup";
import { pointsIn } from "../points";
import { plain, saidOf, verdictOn } from "../said";
import type { Seen, SeenMark } from "../visibility";

/** @param seen what the student may see once the marks are published: a worksheet that is uploaded publishes them */
export function feedbackOf(seen: Seen, lang: Lang): string {
  const { page } = wordsOf(lang).grades;
  const { total, marks } = seen;
  if (total === undefined) return "";
  const points = page.of(pointsIn(lang, total.points), pointsIn(lang, total.max));
  const lost = marks.filter(({ outcome }) => outcome !== "right");
  const waits = total.waiting > 0 ? markup`<p>${page.waiting(total.waiting)}</p>` : NOTHING;
  const list = lost.length > 0 ? markup`<ul>${lost.map((mark) => item(mark, lang))}</ul>` : NOTHING;
  return harmless(markup`<p><strong>${points}</strong></p>${waits}${list}`.markup);
}

function item(mark: SeenMark, lang: Lang): Markup {
  const said = saidOf(mark, lang).map((line) => markup`<br>${oneLine(line)}`);
  return markup`<li>${oneLine(askedIn(lang, mark.question))} <em>${verdictOn(mark, lang)}</em>${said}</li>`;
}

function oneLine(text: string): string {
  return plain(text).replace(/\s*\n\s*/g, " ");
}
