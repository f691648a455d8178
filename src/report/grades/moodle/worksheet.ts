/**
 * Moodle's offline grading worksheet, as the teacher downloaded it, with grades and feedback filled in. Everything else
 * stays byte for byte: Moodle compares the dates in it with its own, and passes over rows that it does not recognise.
 */
import type { Lang, Text } from "../../../words/text";
import type { ClassGrades, GradedSubmission } from "../grades";
import { seen, type Reveal } from "../visibility";
import { layoutOf, type Column, type Layout } from "./columns";
import { feedbackOf } from "./feedback";
import { folded } from "./folded";
import { matching } from "./match";
import { notesOn, type Fate } from "./notes";
import { readTable, writeRow, type Cell, type Row } from "./table";

export interface Worksheet {
  readonly text: string;
  /** What the teacher must know before uploading it, a sentence each. */
  readonly notes: readonly Text[];
}

export interface WorksheetOptions {
  /** What uploading it will tell the students: with the grade, it publishes the marks. */
  readonly reveal: Reveal;
  /** Also grades to which answers that wait for the teacher may still add. */
  readonly includeWaiting?: boolean;
}

/** @throws GradesError where the text is no grading worksheet, or cannot be read */
export function filledWorksheet(text: string, grades: ClassGrades, options: WorksheetOptions): Worksheet {
  const bom = text.startsWith("\ufeff") ? "\ufeff" : "";
  const table = text.slice(bom.length);
  const layout = layoutOf(table);
  const [head, ...rows] = readTable(table, layout.delimiter);
  const students = rows.filter(({ cells }) => cells.length > layout.columns.grade);
  const { found, missing, ambiguous } = matching(grades.submissions, students, layout.columns);
  const isComma = decimalComma(students, layout);
  const fates: Fate[] = [];
  const lines = rows.map((row) => {
    const submission = found.get(row);
    if (submission === undefined) return row.raw + row.end;
    const { what, cells } = filled(row, submission, { grades, layout, isComma, ...options });
    fates.push({ what, name: nameIn(row, submission, layout) });
    return cells === undefined ? row.raw + row.end : writeRow(row, cells, layout.delimiter);
  });
  const named = (what: Fate["what"]) => (one: GradedSubmission) => ({ what, name: nameOf(one) });
  const absent = students.filter((row) => !found.has(row));
  const all = [
    ...fates,
    ...missing.map(named("missing")),
    ...ambiguous.map(named("ambiguous")),
    ...absent.map((row) => ({ what: "absent" as const, name: cellOf(row, "name", layout) || row.raw })),
  ];
  const begin = head === undefined ? "" : head.raw + head.end;
  return { text: bom + begin + lines.join(""), notes: notesOn(all, students.length) };
}

interface Filling extends WorksheetOptions {
  readonly grades: ClassGrades;
  readonly layout: Layout;
  readonly isComma: boolean;
}

/** The cells with grade and feedback; none where the row stays as it is, for the reason that `what` says. */
function filled(
  row: Row,
  submission: GradedSubmission,
  filling: Filling,
): { what: Fate["what"]; cells?: readonly Cell[] } {
  const { grades, layout, isComma, reveal, includeWaiting = false } = filling;
  const { columns } = layout;
  if (submission.refused !== undefined) return { what: "refused" };
  if (isUndecided(submission) && !includeWaiting) return { what: "waiting" };
  if (["no", "non"].includes(folded(cellOf(row, "editable", layout)))) return { what: "locked" };
  const grade = gradeOf(submission, row, layout);
  if (grade === undefined) return { what: "unscaled" };
  const feedback = feedbackOf(seen(submission, grades.questions, reveal), languageOf(layout));
  const before = columns.feedback === undefined ? "" : (row.cells[columns.feedback]?.value ?? "");
  const cells = row.cells.map((cell, i): Cell => {
    if (i === columns.grade) return { ...cell, value: written(grade, isComma) };
    return i === columns.feedback ? { value: feedback, quoted: true } : cell;
  });
  const isReplaced = before.trim() !== "" && before !== feedback;
  return { what: isReplaced ? "replaced" : grade === 0 ? "nought" : "filled", cells };
}

/** An answer that could not be read has no points either, and the teacher has not looked at it. */
function isUndecided({ waiting, marks }: GradedSubmission): boolean {
  return waiting > 0 || marks.some(({ points }) => points === null);
}

/** On the worksheet's own scale; nothing where that is not of numbers. */
function gradeOf({ points, max }: GradedSubmission, row: Row, layout: Layout): number | undefined {
  if (layout.columns.maximum === undefined) return points;
  const maximum = numberIn(cellOf(row, "maximum", layout));
  if (maximum === undefined || maximum <= 0 || max <= 0) return undefined;
  return Math.round(((points * maximum) / max) * 100) / 100;
}

function numberIn(cell: string): number | undefined {
  return /^\s*\d+(?:[.,]\d+)?\s*$/.test(cell) ? Number(cell.replace(",", ".")) : undefined;
}

/** As the grades in it are written; where there are none yet, as the language of its headers has it. */
function decimalComma(rows: readonly Row[], layout: Layout): boolean {
  for (const row of rows)
    for (const column of ["maximum", "grade"] as const) {
      const sign = /^\s*\d+([.,])\d+\s*$/.exec(cellOf(row, column, layout))?.[1];
      if (sign !== undefined) return sign === ",";
    }
  return layout.isFrench;
}

function written(grade: number, isComma: boolean): string {
  return isComma ? String(grade).replace(".", ",") : String(grade);
}

/** Who reads the feedback reads Moodle in the language that the worksheet is in. */
function languageOf({ isFrench }: Layout): Lang {
  return isFrench ? "fr" : "en";
}

function cellOf({ cells }: Row, column: Column, { columns }: Layout): string {
  return cells[columns[column] ?? -1]?.value ?? "";
}

function nameIn(row: Row, submission: GradedSubmission, layout: Layout): string {
  return cellOf(row, "name", layout) || nameOf(submission);
}

function nameOf({ student, id }: GradedSubmission): string {
  return student.name.trim() || id;
}
