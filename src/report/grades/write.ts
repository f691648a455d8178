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
import { gradesDocument, gradesLine } from "./json/grades-json";
import { added, junitDocument, junitSuite, NO_CASES, type Counts, type Suite } from "./junit/junit";
import { filledWorksheet } from "./moodle/worksheet";
import { studentPage } from "./student/page";
import { gradescopeVisibility, seen, studentView, type Release } from "./visibility";

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

/** What one student adds to files of the class. */
export interface Share {
  /** Line of `grades.json`. */
  readonly grades: string;
  /** Of `junit.xml`. */
  readonly suite: Suite;
}

/** The shares of a class, in its order. */
export interface Shares {
  readonly grades: Iterable<string>;
  readonly suites: Iterable<string>;
  readonly counts: Counts;
}

/** Everything, students first; each is made when it is asked for. */
export function* gradeFiles(grades: ClassGrades, options: ClassOptions): Generator<GradeFile> {
  const { submissions } = grades;
  for (const submission of submissions) yield* studentFiles(submission, grades, options.release);
  const shares = submissions.map((submission) => shareOf(submission, grades, options.release));
  const files = classFiles(grades, options, {
    grades: shares.map((share) => share.grades),
    suites: shares.map(({ suite }) => suite.xml),
    counts: shares.reduce((sum, { suite }) => added(sum, suite.counts), NO_CASES),
  });
  for (const { text, ...file } of files)
    yield { ...file, text: typeof text === "string" ? text : [...text].join("") };
}

export function shareOf(submission: GradedSubmission, about: About, release: Release): Share {
  const { questions, lang } = about;
  return {
    grades: gradesLine(submission, questions),
    suite: junitSuite(seen(submission, questions, studentView(release)), lang),
  };
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
export function classFiles(grades: ClassGrades, options: ClassOptions, shares: Shares): ClassFile[] {
  const { tool } = grades;
  const { release, worksheet, includeWaiting = false } = options;
  const { reveal } = release;
  const filled =
    worksheet === undefined ? undefined : filledWorksheet(worksheet, grades, { reveal, includeWaiting });
  return [
    { path: CLASS_FILES.page, text: classPage(grades, studentView(release)) },
    { path: CLASS_FILES.table, text: gradesCsv(grades) },
    { path: CLASS_FILES.grades, text: gradesDocument(grades, shares.grades) },
    { path: CLASS_FILES.junit, text: junitDocument(tool.name, shares.suites, shares.counts) },
    ...(filled === undefined ? [] : [{ path: CLASS_FILES.worksheet, ...filled }]),
  ];
}
