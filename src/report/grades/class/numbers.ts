import { wordsOf } from "../../../words/words";
import type { ClassGrades } from "../grades";
import { markup, type Markup } from "../html/markup";
import { pointsIn } from "../points";
import type { ClassFigures } from "../statistics";

/** The class in a line of numbers. */
export function numbers(figures: ClassFigures, { lang, broker }: ClassGrades): Markup {
  const words = wordsOf(lang).grades.classPage.numbers;
  const { graded, submissions, waiting, mean, median, max } = figures;
  const points = (value: number | null) => (value === null ? "–" : pointsIn(lang, value));
  const rows = [
    [words.graded, graded === submissions ? String(graded) : words.of(graded, submissions)],
    [words.mean, points(mean)],
    [words.median, points(median)],
    [words.max, points(max)],
    [words.waiting, String(waiting)],
    [words.broker, `Mosquitto ${broker}`],
  ] as const;
  return markup`<dl>
${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>
`;
}
