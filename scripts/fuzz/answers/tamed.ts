/** The same class, as if every text that came from outside had been written in plain letters. */
import type { Text } from "../../../src/words/text";
import type { ClassGrades, FinalMark, GradedSubmission } from "../../../src/report/grades/grades";

export function tamed(grades: ClassGrades): ClassGrades {
  return {
    ...grades,
    submissions: grades.submissions.map(submission),
    likenesses: grades.likenesses.map((one) => ({
      ...one,
      between: one.between.map(plain),
      ...(one.text === undefined ? {} : { text: plain(one.text) }),
    })),
  };
}

function submission(own: GradedSubmission): GradedSubmission {
  const { student, problems, refused, file } = own;
  return {
    ...own,
    id: plain(own.id),
    student: { ...student, name: plain(student.name), number: plain(student.number) },
    problems: problems.map((problem) => ({ ...problem, what: text(problem.what) })),
    marks: own.marks.map(mark),
    ...(refused === undefined ? {} : { refused: text(refused) }),
    ...(file === undefined ? {} : { file: plain(file) }),
  };
}

function mark(own: FinalMark): FinalMark {
  const { reasons, tells, written, decided } = own;
  return {
    ...own,
    reasons: reasons.map(text),
    tells: tells.map(text),
    written: written.map((part) => ({ ...part, text: plain(part.text) })),
    ...(decided?.note === undefined ? {} : { decided: { note: plain(decided.note) } }),
  };
}

function text({ en, fr }: Text): Text {
  return { en: plain(en), fr: plain(fr) };
}

/** Blanks stay where they are: what is blank is left out, and where lines end decides how much is shown. */
function plain(written: string): string {
  return written.replace(/[^\s\ufeff]/g, (unit) => String.fromCharCode(97 + (unit.charCodeAt(0) % 26)));
}
