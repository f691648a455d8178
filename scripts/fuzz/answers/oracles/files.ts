/** All files of a class, and what reads each of them. */
import type { ClassGrades } from "../../../../src/report/grades/grades";
import type { Release } from "../../../../src/report/grades/visibility";
import { gradeFiles, type GradeFile } from "../../../../src/report/grades/write";
import { must } from "../../checks";
import { tamed } from "../tamed";
import { mustBeInertCells, mustBeInertTable } from "./csv";
import { mustBeInertFragment, mustBeInertPage, skeletonOf } from "./html";
import { mustBeJson, mustCommandNothing } from "./json";
import { mustBePlain } from "./text";
import { mustBeXml } from "./xml";
import { parse } from "csv-parse/sync";

/** As Moodle gives it to the teacher. */
const WORKSHEET = [
  "Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Feedback comments",
  ...["1", "2"].map((n) => `Participant ${n},A${n},a@b.example,Submitted,,100.00,Yes,`),
].join("\r\n");
const [GRADE, FEEDBACK] = [4, 7];

/** Of every file that would be written of it: nobody who opens it runs anything, and who wrote what changes no element. */
export function mustBeInertFiles(grades: ClassGrades, release: Release): void {
  const files = filesOf(grades, release);
  mustBeInert(files, grades.lang === "fr" ? ";" : ",");
  const pages = skeletonsOf(files);
  const harmless = skeletonsOf(filesOf(tamed(grades), release));
  pages.forEach((skeleton, i) => {
    must(
      skeleton === harmless[i],
      `other elements than on the page of a harmless answer: ${differing(skeleton, harmless[i])}`,
    );
  });
}

function filesOf(grades: ClassGrades, release: Release): readonly GradeFile[] {
  const submissions = grades.submissions.map((one, i) => ({ ...one, record: String(i + 1) }));
  return [...gradeFiles({ ...grades, submissions }, { release, worksheet: WORKSHEET, includeWaiting: true })];
}

/** @param separator of `grades.csv` */
export function mustBeInert(files: readonly GradeFile[], separator: string): void {
  for (const { path, text } of files) {
    must(!/(?:^|\/)\.\.?(?:\/|$)|^\/|[\p{Cc}\\]/u.test(path), `a file called ${JSON.stringify(path)}`);
    must(!/\p{Cs}/u.test(text), "half of a surrogate pair");
    if (path.endsWith(".html")) mustBeInertPage(text);
    else if (path.endsWith(".xml")) mustBeXml(text);
    else if (path.endsWith(".json")) mustBeJsonOf(path, text);
    else if (path === "moodle.csv") mustBeInertWorksheet(text);
    else mustBeInertTable(text, separator);
    if (!path.endsWith(".csv")) mustBePlain(text.replaceAll("\r", ""));
  }
}

function mustBeJsonOf(path: string, text: string): void {
  const value = mustBeJson(text);
  if (path.startsWith("github/")) mustCommandNothing(value);
}

/** Only what was written into it: the rest is the teacher's. */
function mustBeInertWorksheet(text: string): void {
  const [, ...rows]: string[][] = parse(text, { relax_column_count: true });
  must(rows.length === 2 && rows.every((row) => row.length === FEEDBACK + 1), "other rows than Moodle's");
  for (const row of rows) {
    mustBeInertCells([row[GRADE] ?? "", row[FEEDBACK] ?? ""]);
    mustBeInertFragment(row[FEEDBACK] ?? "");
  }
}

function skeletonsOf(files: readonly GradeFile[]): readonly string[] {
  return files.filter(({ path }) => path.endsWith(".html")).map(({ text }) => skeletonOf(text));
}

function differing(skeleton: string, other = ""): string {
  const [lines, others] = [skeleton.split("\n"), other.split("\n")];
  const at = lines.findIndex((line, i) => line !== others[i]);
  return `${lines.slice(at, at + 3).join(", ")} instead of ${others.slice(at, at + 3).join(", ")}`;
}
