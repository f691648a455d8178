/**
 * `grades.csv`, for the teacher's spreadsheet: a row of maxima, then a row a submission. Spreadsheets read a file as their
 * language writes it, so in French cells end with a semicolon and decimals follow a comma. The mark at the beginning is
 * what tells Excel that it is UTF-8. Programs read `grades.json`.
 */
import { stringify } from "csv-stringify/sync";
import { wordsOf } from "../../../words/words";
import type { ClassGrades } from "../grades";
import { pointsIn } from "../points";
import { seen } from "../visibility";
import { harmless } from "./harmless";

export function gradesCsv({ lang, questions, submissions }: ClassGrades): string {
  const words = wordsOf(lang).grades.table;
  const number = (value: number | null | undefined) =>
    typeof value === "number" ? pointsIn(lang, value) : "";
  const head = [words.id, words.name, words.number, words.points, words.max, words.waiting];
  const all = questions.reduce((sum, { points }) => sum + points, 0);
  const maxima = ["", words.maxima, "", number(all), number(all), ""];
  const rows = submissions.map((submission) => {
    const { id, student, total, marks } = seen(submission, questions, "teacher");
    const points = new Map(marks.map((mark) => [mark.question.id, mark.points]));
    return [
      ...[id, student.name, student.number].map(harmless),
      ...[total?.points, total?.max, total?.waiting].map(number),
      ...questions.map((question) => number(points.get(question.id))),
    ];
  });
  const table = [
    [...head, ...questions.map(({ id }) => harmless(id))],
    [...maxima, ...questions.map(({ points }) => number(points))],
    ...rows,
  ];
  return stringify(table, { bom: true, delimiter: lang === "fr" ? ";" : ",", record_delimiter: "windows" });
}
