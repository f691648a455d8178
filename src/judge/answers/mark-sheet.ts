/** Marks a sheet: a pure function of what was handed in, the questions, and what they are judged with. */
import type { Answer, Problem, Sheet } from "./answer";
import type { Context } from "./context";
import { withEvidence } from "./evidence/beside";
import { judgeAnswer } from "./kinds";
import type { Judged, Mark, Outcome } from "./mark";
import type { SheetQuestion } from "./question";

/** @returns a mark a question, in the order of the questions, whatever the sheet holds */
export function markSheet(sheet: Sheet, questions: readonly SheetQuestion[], context: Context): Mark[] {
  return questions.map((question) => markOf(sheet, question, context));
}

function markOf(sheet: Sheet, question: SheetQuestion, context: Context): Mark {
  const problems = sheet.problems.filter((problem) => makesUngradable(problem, question));
  if (problems.length > 0)
    return marked(question, "ungradable", {
      ...NOTHING,
      reasons: problems.map(({ what }) => what),
      tells: problems.map(({ line, column, what }) => ({
        en: `${line}:${column}: ${what.en}`,
        fr: `${line}:${column}: ${what.fr}`,
      })),
    });
  const answer = sheet.answers.get(question.id);
  if (answer === undefined || isBlank(answer)) return marked(question, "blank", { ...NOTHING, share: 0 });
  const judged = withEvidence(judgeAnswer(answer, question, context), answer, question, context);
  return marked(question, outcomeOf(judged), judged);
}

function makesUngradable(problem: Problem, { id }: SheetQuestion): boolean {
  return !problem.harmless && (problem.question ?? id) === id;
}

const NOTHING: Judged = { share: null, reasons: [], tells: [], rules: [] };

function isBlank({ answer, excerpt, commands }: Answer): boolean {
  return [answer, excerpt, commands].every((written) => (written?.text.trim() ?? "") === "");
}

function outcomeOf({ share, ungradable }: Judged): Outcome {
  if (ungradable) return "ungradable";
  if (share === null) return "teacher";
  if (share >= 1) return "right";
  return share > 0 ? "partly" : "wrong";
}

function marked(
  { id, points }: SheetQuestion,
  outcome: Outcome,
  { share, reasons, tells, rules }: Judged,
): Mark {
  const earned = share === null || outcome === "ungradable" ? null : hundredths(share * points);
  return { question: id, outcome, points: earned, max: points, reasons, tells, rules };
}

/** Points have two decimals at most, so that sums can be checked by hand. */
export function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
