/** What the teacher decided on an answer, and what becomes of marks by it. */
import type { Outcome } from "../mark";
import type { SheetQuestion } from "../question";
import type { MarkedAnswer } from "../submission/graded";
import { byPlace, keyOf } from "./same";

export interface Decision {
  readonly question: string;
  readonly points: number;
  /** For the student too. */
  readonly note?: string;
}

/** By the key of the answers that they are about. */
export type Decisions = ReadonlyMap<string, Decision>;

/** @returns the marks, those decided that the teacher decided: also where the program had decided otherwise */
export function applyDecisions(
  marks: readonly MarkedAnswer[],
  questions: ReadonlyMap<string, SheetQuestion>,
  decisions: Decisions,
): readonly MarkedAnswer[] {
  if (decisions.size === 0) return marks;
  const decidedOn = new Set([...decisions.values()].map(({ question }) => question));
  return marks.map((mark) => {
    const question = questions.get(mark.question);
    if (question === undefined || mark.written.length === 0 || !decidedOn.has(question.id)) return mark;
    const decision = decisions.get(keyOf(question, byPlace(mark.written)));
    return decision === undefined ? mark : decided(mark, decision);
  });
}

/** What the program found is gone: its reasons would contradict the points. */
function decided(mark: MarkedAnswer, { points, note }: Decision): MarkedAnswer {
  return {
    ...mark,
    outcome: outcomeOf(points, mark.max),
    points,
    reasons: [],
    tells: [],
    decided: note === undefined ? {} : { note },
  };
}

function outcomeOf(points: number, max: number): Outcome {
  if (points >= max) return "right";
  return points > 0 ? "partly" : "wrong";
}
