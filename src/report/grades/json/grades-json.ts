/** `grades.json`: all of a class for programs, and what `grade --since` compares with. For the teacher: it holds the reasons. */
import { hashOf } from "../../../judge/answers/submission/written";
import type { Outcome } from "../../../judge/answers/mark";
import type { Text } from "../../../words/text";
import { visibleJson } from "../../text/printable";
import type { ClassGrades, GradedSubmission } from "../grades";
import { seen } from "../visibility";

export interface KeptMark {
  readonly question: string;
  readonly outcome: Outcome;
  /** Nothing where nobody has decided yet. */
  readonly points: number | null;
  readonly max: number;
  readonly reasons: readonly Text[];
  readonly rules: readonly string[];
  /** The teacher decided. */
  readonly decided: boolean;
  /** Of what was written: the same answer has the same, whatever its spaces. Empty where nothing was written. */
  readonly written: string;
}

export interface KeptSubmission {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly record?: string;
  readonly file?: string;
  /** Why nothing could be graded. */
  readonly refused?: Text;
  readonly points: number;
  readonly max: number;
  readonly waiting: number;
  readonly marks: readonly KeptMark[];
}

export interface KeptGrades {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly broker: string;
  readonly questions: readonly {
    readonly id: string;
    readonly section: string;
    readonly kind: string;
    readonly points: number;
  }[];
  readonly submissions: readonly KeptSubmission[];
}

export function keptGrades({ tool, broker, questions, submissions }: ClassGrades): KeptGrades {
  return {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    broker,
    questions: questions.map(({ id, section, kind, points }) => ({ id, section, kind, points })),
    submissions: submissions.map((submission) => kept(submission, questions)),
  };
}

/** @returns its pieces: a submission a line. Programs read it all the same, and people can compare two of them. */
export function gradesJson(grades: ClassGrades): Generator<string> {
  return gradesDocument(
    grades,
    grades.submissions.map((submission) => gradesLine(submission, grades.questions)),
  );
}

/** @param lines see {@link gradesLine}, in the order of the submissions */
export function* gradesDocument(
  grades: Omit<ClassGrades, "submissions" | "likenesses">,
  lines: Iterable<string>,
): Generator<string> {
  const head = { ...keptGrades({ ...grades, submissions: [], likenesses: [] }), submissions: undefined };
  yield visibleJson(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "submissions": [\n`);
  let before: string | undefined;
  for (const line of lines) {
    if (before !== undefined) yield `${before},\n`;
    before = line;
  }
  yield before === undefined ? "]}\n" : `${before}\n]}\n`;
}

/** One submission. */
export function gradesLine(submission: GradedSubmission, questions: ClassGrades["questions"]): string {
  return visibleJson(JSON.stringify(kept(submission, questions)));
}

function kept(submission: GradedSubmission, questions: ClassGrades["questions"]): KeptSubmission {
  const { id, record, points, max, waiting } = submission;
  const { student, file, refused, marks } = seen(submission, questions, "teacher");
  return {
    id,
    name: student.name,
    number: student.number,
    ...(record === undefined ? {} : { record }),
    ...(file === undefined ? {} : { file }),
    ...(refused === undefined ? {} : { refused }),
    points,
    max,
    waiting,
    marks: marks.map((mark, i) => ({
      question: mark.question.id,
      outcome: mark.outcome,
      points: mark.points ?? null,
      max: mark.max,
      reasons: mark.reasons,
      rules: mark.rules,
      decided: submission.marks[i]?.decided !== undefined,
      written: submission.marks[i]?.hash ?? hashOf(mark.written),
    })),
  };
}
