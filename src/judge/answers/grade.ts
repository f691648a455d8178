/** Judges one answer in prose: a pure function of the answer, the question and the lexicon. */
import { phraseList, REASONS } from "./reasons";
import { holds } from "./pattern/pattern";
import type { Mistake, Notion, Points, Question } from "./question";
import type { Lexicon } from "./text/lexicon";
import { read, type Reading } from "./text/read";
import type { Token } from "./text/token";
import { isCopied, isEmpty, isHeap, isNoAnswer } from "./thin";
import type { Text } from "../../words/text";

/** What became of an answer. */
export interface Grade {
  /** Nothing: the teacher reads it. */
  readonly points: Points | null;
  /** For the teacher: it names the notions, so that it must not reach a student before the marks do. */
  readonly reason: Text;
  /** The rules that spoke: names of notions (`A`) and mistakes of the question, or of what was found about the answer as a whole. */
  readonly rules: readonly string[];
}

export function gradeProse(text: string, question: Question, lexicon: Lexicon): Grade {
  const reading = read(text, lexicon, question.values);
  return withoutStatement(text, reading, question) ?? judged(reading, question);
}

function withoutStatement(text: string, reading: Reading, question: Question): Grade | undefined {
  if (isEmpty(reading)) return { points: 0, reason: REASONS.empty, rules: ["empty"] };
  if (isNoAnswer(text, reading)) return { points: 0, reason: REASONS.noAnswer, rules: ["no-answer"] };
  if (isCopied(reading, question)) return { points: 0, reason: REASONS.copied, rules: ["copied"] };
  if (!question.isList && isHeap(reading)) return { points: 0, reason: REASONS.heap, rules: ["heap"] };
  return undefined;
}

function judged(reading: Reading, question: Question): Grade {
  const tokens = reading.tokens.filter(({ hasContent }) => hasContent);
  const mistakes = question.mistakes.filter(
    (mistake) => isFound(mistake, tokens) && !mistake.unless.some((pattern) => holds(pattern, tokens)),
  );
  const cancelled = new Set(mistakes.flatMap(({ cancels }) => cancels));
  const notions = question.notions.filter((notion) => !cancelled.has(notion.name) && isFound(notion, tokens));
  const held = new Set(notions.map(({ name }) => name));
  const scored = question.score.find(({ condition }) => condition((name) => held.has(name)));
  const earned = scored?.points ?? 0;
  const rules = [...notions, ...mistakes].map(({ name }) => name);
  const doubt = doubtOf(reading, { earned, mistakes });
  if (doubt !== undefined) return { points: null, reason: REASONS[doubt], rules: [...rules, doubt] };
  if (scored === undefined && mistakes.length === 0) return { ...nothingFound(reading, question, tokens) };
  const limit = Math.min(2, ...mistakes.map(({ limit }) => limit)) as Points;
  return { points: Math.min(earned, limit) as Points, reason: phraseList(notions, mistakes), rules };
}

interface Found {
  readonly earned: Points;
  readonly mistakes: readonly Mistake[];
}

/** Why the teacher had better read what seems decided. */
function doubtOf(
  reading: Reading,
  { earned, mistakes }: Found,
): "almostPacket" | "contradictory" | "unread" | undefined {
  if (reading.almostPackets.length > 0) return "almostPacket";
  const fatal = mistakes.filter(({ limit }) => limit === 0);
  if (earned === 2 && fatal.length > 0 && !fatal.some(({ outright }) => outright)) return "contradictory";
  return earned === 1 && fatal.length === 0 && isMostlyUnread(reading) ? "unread" : undefined;
}

/** Neither right nor wrong by any rule: nothing where it is understood and speaks of something else, else the teacher's. */
function nothingFound(reading: Reading, question: Question, tokens: readonly Token[]): Grade {
  if (isHeap(reading)) return { points: 0, reason: REASONS.heap, rules: ["heap"] };
  const speaksOfIt = question.about.some((pattern) => holds(pattern, tokens));
  if (!speaksOfIt && isUnderstood(reading))
    return { points: 0, reason: REASONS.elsewhere, rules: ["elsewhere"] };
  return { points: null, reason: REASONS.unknown, rules: ["unknown"] };
}

function isFound({ patterns }: Notion, tokens: readonly Token[]): boolean {
  return patterns.some((pattern) => holds(pattern, tokens));
}

/** Shares of an answer's words that no family of the lexicon knows. */
const UNDERSTOOD = 0.35;
const MOSTLY = 0.5;

function unknownShare({ tokens }: Reading): { share: number; count: number } {
  const content = tokens.filter(({ hasContent }) => hasContent);
  const count = content.filter(({ concepts }) => concepts.size === 0).length;
  return { share: content.length === 0 ? 0 : count / content.length, count };
}

function isUnderstood(reading: Reading): boolean {
  return unknownShare(reading).share <= UNDERSTOOD;
}

function isMostlyUnread(reading: Reading): boolean {
  const { share, count } = unknownShare(reading);
  return share > MOSTLY && count >= 4;
}
