/** When the teacher had better read what the rules have already decided. */
import { holds } from "./pattern/pattern";
import type { Mistake, Points, Question } from "./question";
import type { Reading } from "./text/read";
import { means, type Token } from "./text/token";
import { rootOf } from "./thin";

export type Doubt = "almostPacket" | "contradictory" | "beside" | "unread";

export interface Decided {
  readonly reading: Reading;
  readonly tokens: readonly Token[];
  /** Whether it speaks of what another question asks. */
  readonly isElsewhere: () => boolean;
  readonly question: Question;
  /** Before mistakes are set against it. */
  readonly earned: Points;
  readonly mistakes: readonly Mistake[];
  /** The words that the rules rest on. */
  readonly used: ReadonlySet<Token>;
}

export function doubtOf(decided: Decided): Doubt | undefined {
  const { reading, earned, mistakes, isElsewhere } = decided;
  if (reading.almostPackets.length > 0) return "almostPacket";
  const fatal = mistakes.filter(({ limit }) => limit === 0);
  if (earned === 2 && fatal.length > 0) return "contradictory";
  if (fatal.length > 0) return undefined;
  if (earned === 1 && isElsewhere()) return "beside";
  // What is right in full but for something wrong is worth one point, whatever else is said.
  if (earned === 2 && mistakes.length > 0) return undefined;
  return isMuchUnread(decided) ? "unread" : undefined;
}

/** Words with content that no rule rests on: they may hold what is missing, or what is wrong. */
const UNREAD_AT_MOST: Readonly<Record<Points, number>> = { 0: 8, 1: 1, 2: 9 };
const HARMLESS = [
  "CLIENT",
  "BROKER",
  "MESSAGE",
  "TOPIC",
  "QOS",
  "MQTT",
  "NEG",
  "LOGS",
  "VERB",
  "NUMBER",
  "QFLAG",
  "RFLAG",
  "DFLAG",
  "CFLAG",
  "PFLAG",
  "SEE",
  "FILLER",
];

function isMuchUnread({ tokens, used, question, earned }: Decided): boolean {
  const concepts = [...HARMLESS, ...[...used].flatMap((token) => [...token.concepts])];
  const loose = tokens.filter(
    (token) =>
      !used.has(token) &&
      !means(token, ...concepts) &&
      !question.asked.has(rootOf(token.text)) &&
      !question.aside.some((pattern) => holds(pattern, [token])),
  );
  return loose.length > UNREAD_AT_MOST[earned];
}

/** Above this share of words that the lexicon lacks, an answer is not understood. */
const UNKNOWN_AT_MOST = 0.35;

export function isUnderstood({ tokens }: Reading): boolean {
  const content = tokens.filter(({ hasContent }) => hasContent);
  const unknown = content.filter(({ concepts }) => concepts.size === 0).length;
  return unknown <= UNKNOWN_AT_MOST * content.length;
}
