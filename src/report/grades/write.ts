/**
 * The files that `tp-mqtt grade` writes. What concerns one student is made from that student's submission alone, so that
 * it can be made elsewhere and kept; what concerns the class is made from the class.
 */
import { gradesCsv } from "./csv/csv";
import { classPage } from "./class/page";
import { studentFile } from "./files";
import type { ClassGrades, GradedSubmission } from "./grades";
import { studentPage } from "./student/page";
import { seen, studentView, type Release } from "./visibility";

/** A file below the reports folder; `path` has forward slashes. */
export interface GradeFile {
  readonly path: string;
  readonly text: string;
}

/** What a student's files say besides the submission. */
export type About = Pick<ClassGrades, "tool" | "lang" | "questions" | "broker">;

export interface ClassOptions {
  readonly release: Release;
}

/** What the student may have, as far as the marks are released. */
export function studentFiles(submission: GradedSubmission, about: About, release: Release): GradeFile[] {
  const shown = seen(submission, about.questions, studentView(release));
  return [{ path: studentFile(submission.id), text: studentPage(shown, about.lang) }];
}

/** What the teacher has of the class as a whole. */
export function classFiles(grades: ClassGrades, { release }: ClassOptions): GradeFile[] {
  return [
    { path: "class.html", text: classPage(grades, studentView(release)) },
    { path: "grades.csv", text: gradesCsv(grades) },
  ];
}
