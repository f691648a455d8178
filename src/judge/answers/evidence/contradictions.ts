/**
 * Whether an answer and the excerpt beside it go together. Which of the two is right is not asked here. An excerpt of
 * several publications agrees where one of them does; one that cannot be read, or shows less, contradicts nothing.
 */
import type { Text } from "../../../words/text";
import type { Answer } from "../answer";
import type { Context } from "../context";
import { typesOf } from "../kinds/sequence/item";
import { readSequence } from "../kinds/sequence/read";
import type { SheetQuestion } from "../question";
import { OF_A_PUBLICATION } from "../truth/packets";
import { isLog, readExcerpt } from "./excerpt";
import { mentionsIn, type Mentions } from "./mentions";
import { exchangesIn, namesIn, type ShownExchange } from "./shown-names";
import { otherLevel, otherName, OTHER_EXCHANGE } from "./contradiction-words";

export interface Contradiction {
  readonly rule: string;
  /** The same for teacher and student: it tells neither which of the two is right nor what would be. */
  readonly what: Text;
}

export function contradictionsOf(answer: Answer, question: SheetQuestion, context: Context): Contradiction[] {
  const excerpt = answer.excerpt && readExcerpt(answer.excerpt);
  if (excerpt === undefined || !isLog(excerpt)) return [];
  const said = mentionsIn(answer.answer.text, context.student.clients);
  const level = levelOf(question, context);
  const exchanges = exchangesIn(excerpt);
  switch (question.kind) {
    case "prose":
      return [...ofLevel(level, exchanges), ...ofNames(said, namesIn(excerpt), level !== undefined)];
    case "sequence":
      return [...ofSequence(answer, exchanges), ...ofNames(said, namesIn(excerpt), true)];
    case "value":
      return ofNames(said, namesIn(excerpt), false);
    default:
      return [];
  }
}

/** The QoS that an answer is about unless it says otherwise, by the rubric of its question. */
function levelOf(question: SheetQuestion, { rubric }: Context): number | undefined {
  if (question.kind !== "prose") return undefined;
  if (typeof question.rubric !== "string")
    return question.rubric.values?.markers["Q1"] === 1 ? question.rubric.values.initial : undefined;
  const values = rubric.questions.get(question.rubric)?.values;
  return values?.markers.get("Q1") === 1 ? values.initial : undefined;
}

function ofLevel(level: number | undefined, exchanges: readonly ShownExchange[]): Contradiction[] {
  if (level === undefined || exchanges.length === 0 || exchanges.some(({ qos }) => qos === level)) return [];
  return [{ rule: "contradiction:level", what: otherLevel(level) }];
}

/** The packets of a publication that the answer names, against those that an exchange shows. */
function ofSequence({ answer }: Answer, exchanges: readonly ShownExchange[]): Contradiction[] {
  const { items, logged, loose, almost } = readSequence(answer);
  const named = typesOf(items.length > 0 ? items : logged).filter((type) => OF_A_PUBLICATION.has(type));
  if (named.length === 0 || loose.length > 0 || almost.length > 0 || exchanges.length === 0) return [];
  const level = levelOfPackets(named);
  const agrees = ({ qos, types }: ShownExchange) =>
    (level === undefined || level === qos) && isWithin(types, named);
  return exchanges.some(agrees) ? [] : [{ rule: "contradiction:exchange", what: OTHER_EXCHANGE }];
}

/** Nothing where packets of several levels are named. */
function levelOfPackets(types: readonly string[]): number | undefined {
  const levels = new Set(
    types.filter((type) => type !== "PUBLISH").map((type) => (type === "PUBACK" ? 1 : 2)),
  );
  if (levels.size === 0) return 0;
  return levels.size === 1 ? [...levels][0] : undefined;
}

/** Whether the parts stand in the whole in their order, others between them or not. */
function isWithin(parts: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  return parts.every((part) => {
    at = whole.indexOf(part, at) + 1;
    return at > 0;
  });
}

/** @param ofOneCase whether the answer is about one exchange, so that topics and identifiers in it are no examples */
function ofNames(said: Mentions, shown: Mentions, ofOneCase: boolean): Contradiction[] {
  const kinds = ofOneCase ? (["clients", "topics", "packetIds"] as const) : (["clients"] as const);
  return kinds
    .filter((kind) => isElsewhere<string | number>(said[kind], shown[kind]))
    .map((kind) => ({ rule: `contradiction:${kind}`, what: otherName(kind) }));
}

function isElsewhere<T>(said: readonly T[], shown: readonly T[]): boolean {
  return said.length > 0 && shown.length > 0 && !said.some((name) => shown.includes(name));
}
