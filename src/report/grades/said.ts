/** What may be said about an answer where there are only lines of text: in Gradescope, in JUnit, in Moodle's feedback. */
import { inLang, type Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { xmlText } from "../text/printable";
import { askedIn } from "./asked";
import { bounded } from "./html/bounded";
import { pointsIn } from "./points";
import { outcomeWord } from "./student/question";
import type { Seen, SeenMark } from "./visibility";

const LONGEST = 2000;

/** `partly right, 1 of 2`; without points where there are none to be seen. */
export function verdictOn(mark: SeenMark, lang: Lang): string {
  const { points, max } = mark;
  const word = outcomeWord(mark, lang);
  if (points === undefined || points === null) return word;
  return `${word}, ${wordsOf(lang).grades.page.points(pointsIn(lang, points), pointsIn(lang, max))}`;
}

/** Why, a line each: tells, reasons, the teacher's note, where to look. Nothing that could not stand in XML. */
export function saidOf({ tells, reasons, note, hint }: SeenMark, lang: Lang): string[] {
  const { page } = wordsOf(lang).grades;
  return [
    ...tells.map((tell) => inLang(tell, lang)),
    ...reasons.map((reason) => inLang(reason, lang)),
    ...(note === undefined ? [] : [`${page.note} ${note}`]),
    ...(hint === undefined ? [] : [`${page.hint} ${inLang(hint, lang)}`]),
  ].map(plain);
}

/** What concerns the sheet as a whole, a line each: why it was refused, what could not be read, how much waits. */
export function saidOfSheet({ refused, problems, total }: Seen, lang: Lang): string[] {
  const { page } = wordsOf(lang).grades;
  return [
    ...(refused === undefined ? [] : [`${page.refused} ${inLang(refused, lang)}`]),
    ...problems
      .filter(({ question }) => question === undefined)
      .map(({ line, column, what }) => `${page.at(line, column)} ${inLang(what, lang)}`),
    ...(total === undefined || total.waiting === 0 ? [] : [page.waiting(total.waiting)]),
  ].map(plain);
}

/** `2.4-qos0: What happens …` */
export function titleOf({ question }: SeenMark, lang: Lang): string {
  const { classPage } = wordsOf(lang).grades;
  return plain(`${question.id}${classPage.colon}${askedIn(lang, question)}`);
}

/** What needs no second look, as nearly every text of a class: Latin letters, on lines of one kind. */
const ORDINARY = /^[\n -~\u00a0-\u02ff’“”–—…→]*$/;

/** Bounded, with line ends of one kind, and only what XML may hold; what is hidden is made visible. */
export function plain(text: string): string {
  const shown = bounded(text, LONGEST);
  return ORDINARY.test(shown) ? shown : xmlText(shown.replace(/\r\n?/g, "\n"));
}
