/** `since.csv`: a row an answer that changed, written for the same spreadsheets as `grades.csv`. */
import { stringify } from "csv-stringify/sync";
import { type Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { harmless } from "../csv/harmless";
import { pointsIn } from "../points";
import type { Comparison, Standing } from "./compare";

export function sinceCsv({ students }: Comparison, lang: Lang): string {
  const { settled, since } = wordsOf(lang).grades;
  const { columns } = since;
  const points = (value: number | null | undefined) =>
    typeof value === "number" ? pointsIn(lang, value) : "";
  const outcome = (standing: Standing) => (standing === undefined ? since.absent : settled[standing.outcome]);
  const head = [columns.id, columns.name, columns.question, columns.cause];
  const changed = [columns.outcomeBefore, columns.outcomeAfter, columns.before, columns.after];
  const rows = students.flatMap(({ id, name, answers }) =>
    answers.map(({ question, cause, before, after }) => [
      ...[id, name, question].map(harmless),
      since.causes[cause],
      ...[before, after].map(outcome),
      ...[before?.points, after?.points].map(points),
      points(difference(before, after)),
    ]),
  );
  return stringify([[...head, ...changed, columns.difference], ...rows], {
    bom: true,
    delimiter: lang === "fr" ? ";" : ",",
    record_delimiter: "windows",
  });
}

/** Nothing where one of the two is not decided. */
function difference(before: Standing, after: Standing): number | null {
  const [from, to] = [before?.points, after?.points];
  return typeof from === "number" && typeof to === "number" ? to - from : null;
}
