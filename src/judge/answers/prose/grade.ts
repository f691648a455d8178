/** Judges one answer in prose: a pure function of the answer, the question and the rubric. */
import type { Text } from "../../../words/text";
import { doubtOf, isUnderstood } from "./doubt";
import { found, holds } from "./pattern/pattern";
import { withSecondOpinion } from "./opinion/second";
import type { Mistake, Notion, Points, Question } from "./question";
import { phraseList, REASONS } from "./reasons";
import type { Rubric } from "./rubric";
import { read, type Reading } from "./text/read";
import type { Token } from "./text/token";
import { isForeign } from "./themes";
import { isCopied, isEmpty, isHeap, isNoAnswer } from "./thin";

/** What became of an answer. */
export interface Grade {
  /** Nothing: the teacher reads it. */
  readonly points: Points | null;
  /** For the teacher: it names the notions, so that it must not reach a student before the marks do. */
  readonly reason: Text;
  /** The rules that spoke: notions (`A`) and mistakes of the question, or what was found about the answer as a whole. */
  readonly rules: readonly string[];
}

export function gradeProse(text: string, question: Question, rubric: Rubric): Grade {
  const { ruled, tokens, isThin } = gradeByRules(text, question, rubric);
  const model = rubric.models.get(question.id);
  return isThin || model === undefined ? ruled : withSecondOpinion(ruled, tokens, model);
}

export interface ByRules {
  /** What the rules alone say. */
  readonly ruled: Grade;
  /** The answer's words with content. */
  readonly tokens: readonly Token[];
  /** Whether nothing is stated, which no likeness to other answers changes. */
  readonly isThin: boolean;
}

export function gradeByRules(
  text: string,
  question: Question,
  { lexicon, themes }: Pick<Rubric, "lexicon" | "themes">,
): ByRules {
  const reading = read(text, lexicon, question.values);
  const tokens = reading.tokens.filter(({ hasContent }) => hasContent);
  const nothing = withoutStatement(text, reading, question);
  if (nothing !== undefined) {
    const ruled: Grade = { points: 0, reason: REASONS[nothing], rules: [nothing] };
    return { ruled, tokens, isThin: true };
  }
  const isElsewhere = () => themes.some((theme) => isForeign(theme, question.id, tokens));
  return { ruled: judged({ reading, tokens, isElsewhere }, question), tokens, isThin: false };
}

function withoutStatement(
  text: string,
  reading: Reading,
  question: Question,
): "empty" | "noAnswer" | "copied" | "heap" | undefined {
  if (isEmpty(reading)) return "empty";
  if (isNoAnswer(text, reading)) return "noAnswer";
  if (isCopied(reading, question)) return "copied";
  return !question.isList && isHeap(reading) ? "heap" : undefined;
}

interface Answer {
  readonly reading: Reading;
  /** Those with content. */
  readonly tokens: readonly Token[];
  /** Whether it speaks of what another question asks. */
  readonly isElsewhere: () => boolean;
}

function judged(answer: Answer, question: Question): Grade {
  const { tokens } = answer;
  const mistakes = question.mistakes.filter((mistake) => isMade(mistake, tokens));
  const cancelled = new Set(mistakes.flatMap(({ cancels }) => cancels));
  const spoken = question.notions.filter(({ patterns }) =>
    patterns.some((pattern) => holds(pattern, tokens)),
  );
  const notions = spoken.filter(({ name }) => !cancelled.has(name));
  const held = new Set(notions.map(({ name }) => name));
  const scored = question.score.find(({ condition }) => condition((name) => held.has(name)));
  const rules = [...notions, ...mistakes].map(({ name }) => name);
  if (scored === undefined && mistakes.length === 0) return nothingFound(answer, question);
  const earned = scored?.points ?? 0;
  const doubt = doubtOf({
    ...answer,
    question,
    earned,
    mistakes,
    used: usedBy([...spoken, ...mistakes], tokens),
  });
  if (doubt !== undefined) return { points: null, reason: REASONS[doubt], rules: [...rules, doubt] };
  const limit = Math.min(2, ...mistakes.map(({ limit }) => limit)) as Points;
  return { points: Math.min(earned, limit) as Points, reason: phraseList(notions, mistakes), rules };
}

function isMade({ patterns, unless }: Mistake, tokens: readonly Token[]): boolean {
  const holdsHere = (pattern: Mistake["patterns"][number]) => holds(pattern, tokens);
  return patterns.some(holdsHere) && !unless.some(holdsHere);
}

/** The words that the rules which spoke rest on. */
function usedBy(rules: readonly Notion[], tokens: readonly Token[]): ReadonlySet<Token> {
  return new Set(
    rules.flatMap(({ patterns }) => patterns.flatMap((pattern) => found(pattern, tokens) ?? [])),
  );
}

/** Neither right nor wrong by any rule: nothing where it is understood and speaks of something else, else the teacher's. */
function nothingFound({ reading, tokens, isElsewhere }: Answer, question: Question): Grade {
  const rule = isHeap(reading)
    ? "heap"
    : isElsewhere() || isBesides(reading, tokens, question)
      ? "elsewhere"
      : undefined;
  if (rule !== undefined) return { points: 0, reason: REASONS[rule], rules: [rule] };
  return { points: null, reason: REASONS.unknown, rules: ["unknown"] };
}

/** Its words are known, and none of them is one that an answer to this question needs. */
function isBesides(reading: Reading, tokens: readonly Token[], { about }: Question): boolean {
  return isUnderstood(reading) && !about.some((pattern) => holds(pattern, tokens));
}
