/**
 * What has changed from one grading of a class to the next. An answer that was written anew is told apart from one that
 * is the same and marked differently: the first is the student's doing, the second the rubric's, the key's or the teacher's.
 */
import type { Outcome } from "../../../judge/answers/mark";
import type { KeptGrades, KeptMark, KeptSubmission } from "../json/grades-json";

/** `submission`: the answer is another one. `decision`: the same one, and the teacher decided. `rubric`: only its marking differs. */
export type Cause = "submission" | "decision" | "rubric";

/** What an answer came to; nothing where the question was not asked. */
export type Standing = { readonly outcome: Outcome; readonly points: number | null } | undefined;

export interface AnswerChange {
  readonly question: string;
  readonly cause: Cause;
  readonly before: Standing;
  readonly after: Standing;
  /** It was not, and now waits for the teacher; or the other way round. */
  readonly waits?: "newly" | "no longer";
  /** Outcome and points are the same, the reasons are not. */
  readonly reasonsOnly: boolean;
}

export interface StudentChange {
  readonly id: string;
  readonly name: string;
  readonly what: "changed" | "fresh" | "gone";
  /** Sum of what is decided; nothing where it could not be graded, or was not there. */
  readonly before: number | null;
  readonly after: number | null;
  /** In the order of the questions. */
  readonly answers: readonly AnswerChange[];
}

export interface Comparison {
  readonly broker: { readonly before: string; readonly after: string };
  /** Those of whom anything has changed, sorted by id. */
  readonly students: readonly StudentChange[];
  /** Submissions in both. */
  readonly compared: number;
}

export function compareGrades(before: KeptGrades, after: KeptGrades): Comparison {
  const [earlier, later] = [before, after].map(({ submissions }) => byKey(submissions, ({ id }) => id));
  const ids = [...new Set([...(earlier?.keys() ?? []), ...(later?.keys() ?? [])])].sort();
  const students = ids.flatMap((id) => studentChange(earlier?.get(id), later?.get(id)) ?? []);
  return {
    broker: { before: before.broker, after: after.broker },
    students,
    compared: ids.filter((id) => earlier?.has(id) && later?.has(id)).length,
  };
}

/** How much more; 0 where one of the two is not known. */
export function gainOf({ before, after }: StudentChange): number {
  return before === null || after === null ? 0 : Math.round((after - before) * 100) / 100;
}

function byKey<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

function studentChange(before?: KeptSubmission, after?: KeptSubmission): StudentChange | undefined {
  const known = after ?? before;
  if (known === undefined) return undefined;
  const { id, name } = known;
  const points = { before: pointsOf(before), after: pointsOf(after) };
  if (before === undefined) return { id, name, what: "fresh", ...points, answers: [] };
  if (after === undefined) return { id, name, what: "gone", ...points, answers: [] };
  const answers = answerChanges(before.marks, after.marks);
  if (answers.length === 0 && points.before === points.after) return undefined;
  return { id, name, what: "changed", ...points, answers };
}

function pointsOf(submission: KeptSubmission | undefined): number | null {
  return submission === undefined || submission.refused !== undefined ? null : submission.points;
}

function answerChanges(before: readonly KeptMark[], after: readonly KeptMark[]): AnswerChange[] {
  const [earlier, later] = [byKey(before, questionOf), byKey(after, questionOf)];
  const questions = new Set([...later.keys(), ...earlier.keys()]);
  return [...questions].flatMap((question) => {
    const [was, is] = [earlier.get(question), later.get(question)];
    return answerChange(question, was, is) ?? [];
  });
}

function questionOf({ question }: KeptMark): string {
  return question;
}

function answerChange(question: string, was?: KeptMark, is?: KeptMark): AnswerChange | undefined {
  const isSameMark = was?.outcome === is?.outcome && was?.points === is?.points;
  if (isSameMark && sameReasons(was, is)) return undefined;
  const [waited, waits] = [was?.outcome === "teacher", is?.outcome === "teacher"];
  return {
    question,
    cause: causeOf(was, is),
    before: standing(was),
    after: standing(is),
    ...(waits && !waited ? { waits: "newly" as const } : {}),
    ...(waited && !waits ? { waits: "no longer" as const } : {}),
    reasonsOnly: isSameMark,
  };
}

function sameReasons(was?: KeptMark, is?: KeptMark): boolean {
  const texts = (mark?: KeptMark) => JSON.stringify(mark?.reasons.map(({ en, fr }) => [en, fr]));
  return texts(was) === texts(is);
}

function causeOf(was?: KeptMark, is?: KeptMark): Cause {
  if (was !== undefined && is !== undefined && was.written !== is.written) return "submission";
  return was?.decided === is?.decided ? "rubric" : "decision";
}

function standing(mark: KeptMark | undefined): Standing {
  return mark === undefined ? undefined : { outcome: mark.outcome, points: mark.points };
}
