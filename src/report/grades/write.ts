/**
 * The files that `tp-mqtt grade` writes. What concerns one student is made from that student's submission alone, so that
 * it can be made elsewhere and kept; what concerns the class is made from the class.
 */
import type { Text } from "../../words/text";
import { classPage } from "./class/page";
import { gradesCsv } from "./csv/csv";
import { CLASS_FILES, githubFile, gradescopeFile, studentFile } from "./files";
import { githubGrading } from "./github/grading";
import type { ClassGrades, GradedSubmission } from "./grades";
import { gradescopeResults } from "./gradescope/results";
import { gradesJson } from "./json/grades-json";
import { gradesJunit } from "./junit/junit";
import { filledWorksheet } from "./moodle/worksheet";
import { studentPage } from "./student/page";
import { gradescopeVisibility, seen, studentView, type Release, type Seen } from "./visibility";

/** A file below the reports folder; `path` has forward slashes. */
export interface GradeFile {
  readonly path: string;
  readonly text: string;
  /** What the teacher must be told about it, a sentence each. */
  readonly notes?: readonly Text[];
}

/** One that may be as large as the class: in pieces, each made when it is asked for, once. */
export interface ClassFile extends Omit<GradeFile, "text"> {
  readonly text: string | Iterable<string>;
}

/** What a student's files say besides the submission. */
export type About = Pick<ClassGrades, "tool" | "lang" | "questions" | "broker">;

export interface ClassOptions {
  readonly release: Release;
  /** Text of the offline grading worksheet that was downloaded from Moodle. */
  readonly worksheet?: string;
  /** Fill in the worksheet's grades also where answers wait for the teacher. */
  readonly includeWaiting?: boolean;
}

/** Everything, students first; each is made when it is asked for. */
export function* gradeFiles(grades: ClassGrades, options: ClassOptions): Generator<GradeFile> {
  for (const submission of grades.submissions) yield* studentFiles(submission, grades, options.release);
  for (const { text, ...file } of classFiles(grades, options))
    yield { ...file, text: typeof text === "string" ? text : [...text].join("") };
}

/** The student's page, as far as the marks are released, and what Gradescope and GitHub pass on. */
export function studentFiles(submission: GradedSubmission, about: About, release: Release): GradeFile[] {
  const { id } = submission;
  const { questions, lang } = about;
  const view = studentView(release);
  const shown = seen(submission, questions, view);
  // Gradescope has the scores before students may see them, and is told to keep them back.
  const published = seen(submission, questions, release.reveal);
  return [
    { path: studentFile(id), text: studentPage(shown, lang) },
    { path: gradescopeFile(id), text: gradescopeResults(published, gradescopeVisibility(view), lang) },
    { path: githubFile(id), text: githubGrading(shown, lang) },
  ];
}

/**
 * What is made of the class as a whole: for the teacher, but for `junit.xml`, which often is seen by all.
 *
 * @throws GradesError where the worksheet is none
 */
export function classFiles(grades: ClassGrades, options: ClassOptions): ClassFile[] {
  const { submissions, questions, lang, tool } = grades;
  const { release, worksheet, includeWaiting = false } = options;
  const view = studentView(release);
  const { reveal } = release;
  const filled =
    worksheet === undefined ? undefined : filledWorksheet(worksheet, grades, { reveal, includeWaiting });
  const shown: Iterable<Seen> = {
    *[Symbol.iterator]() {
      for (const submission of submissions) yield seen(submission, questions, view);
    },
  };
  return [
    { path: CLASS_FILES.page, text: classPage(grades, view) },
    { path: CLASS_FILES.table, text: gradesCsv(grades) },
    { path: CLASS_FILES.grades, text: gradesJson(grades) },
    { path: CLASS_FILES.junit, text: gradesJunit(tool.name, shown, lang) },
    ...(filled === undefined ? [] : [{ path: CLASS_FILES.worksheet, ...filled }]),
  ];
}
