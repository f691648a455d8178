/** Answers that wait for the teacher, those that are the same together. */
import type { Text } from "../../../words/text";
import type { SheetQuestion } from "../question";
import type { MarkedAnswer } from "../submission/graded";
import { byUnits } from "../submission/ids";
import { byPlace, keyOf, type Written } from "./same";

export interface Waiting {
  readonly key: string;
  readonly question: SheetQuestion;
  /** As the first of them has it. */
  readonly written: Written;
  readonly students: number;
  /** Why it waits. */
  readonly reasons: readonly Text[];
}

/**
 * @param submissions marks of each, with the decisions applied
 * @returns question by question; the answers that most students gave first
 */
export function waitingAnswers(
  submissions: readonly (readonly MarkedAnswer[])[],
  questions: readonly SheetQuestion[],
): Waiting[] {
  const order = new Map(questions.map((question, i) => [question.id, { question, i }]));
  const groups = new Map<string, Waiting & { readonly at: number }>();
  for (const { question: id, points, written, reasons } of submissions.flat()) {
    const known = order.get(id);
    if (points !== null || written.length === 0 || known === undefined) continue;
    const texts = byPlace(written);
    const key = keyOf(known.question, texts);
    const group = groups.get(key) ?? {
      key,
      question: known.question,
      written: texts,
      students: 0,
      reasons,
      at: known.i,
    };
    groups.set(key, { ...group, students: group.students + 1 });
  }
  return [...groups.values()].sort((a, b) => a.at - b.at || b.students - a.students || byUnits(a.key, b.key));
}
