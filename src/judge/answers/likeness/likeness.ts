/** What submissions of a class share that students seldom come to by themselves. It says that they are alike, not why. */
import type { SheetQuestion } from "../question";
import { alikeExcerpts, type AlikeExcerpts, type LinesOf } from "./excerpts";
import { alikeSheets, type AlikeSheets } from "./sheets";
import type { Trace } from "./trace";

export type Alike =
  ({ readonly kind: "sheets" } & AlikeSheets) | ({ readonly kind: "excerpt" } & AlikeExcerpts);

/**
 * @param linesOf asked only where excerpts are alike
 * @returns the same whatever the order of the submissions: sheets first, then excerpts question by question
 */
export function likenesses(
  submissions: readonly Trace[],
  questions: readonly SheetQuestion[],
  linesOf: LinesOf,
): Alike[] {
  const sheets = alikeSheets(submissions).map((alike) => ({ kind: "sheets" as const, ...alike }));
  const excerpts = alikeExcerpts(submissions, questions, linesOf).map((alike) => ({
    kind: "excerpt" as const,
    ...alike,
  }));
  return [...sheets, ...excerpts];
}
