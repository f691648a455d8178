/**
 * What an excerpt does to the mark of the answer that it stands beside: an answer that it contradicts, or beside which lines
 * stand that the broker never wrote, is for the teacher, unless it earns nothing anyway.
 */
import type { Text } from "../../../words/text";
import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { SheetQuestion } from "../question";
import { contradictionsOf } from "./contradictions";
import { isLog, readExcerpt } from "./excerpt";
import { missingIn } from "./in-log";
import { WORDS } from "./words";

interface Objection {
  readonly rule: string;
  readonly reason: Text;
  readonly tell: Text;
}

export function withEvidence(
  judged: Judged,
  answer: Answer,
  question: SheetQuestion,
  context: Context,
): Judged {
  const objections = objectionsTo(answer, question, context);
  if (objections.length === 0) return judged;
  return {
    ...judged,
    share: judged.share === 0 ? 0 : null,
    reasons: [...objections.map(({ reason }) => reason), ...judged.reasons],
    tells: [...objections.map(({ tell }) => tell), ...judged.tells],
    rules: [...judged.rules, ...objections.map(({ rule }) => rule)],
  };
}

function objectionsTo(answer: Answer, question: SheetQuestion, context: Context): Objection[] {
  // An excerpt that is the answer is judged as one.
  if (answer.excerpt === undefined || question.kind === "excerpt") return [];
  const contradictions = contradictionsOf(answer, question, context);
  const missing = notFound(answer.excerpt, context);
  return [...contradictions.map(({ rule, what }) => ({ rule, reason: what, tell: what })), ...missing];
}

/** That the log given does not tell of that time is no objection. */
function notFound(excerpt: NonNullable<Answer["excerpt"]>, { log }: Context): Objection[] {
  const read = readExcerpt(excerpt);
  const missing = log === undefined || !isLog(read) ? undefined : missingIn(log, read);
  if (missing === undefined || missing.rule === "outside") return [];
  return [{ rule: `log:${missing.rule}`, reason: missing.reason, tell: WORDS.notFound }];
}
