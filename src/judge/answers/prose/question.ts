/** A question in prose with what its answers are judged by, as it stands in `fixtures/questions/`. */
import type { Text } from "../../../words/text";
import { parseCondition, type Condition } from "./pattern/condition";
import { parsePattern, type Pattern } from "./pattern/pattern";
import { askedIn } from "./thin";
import type { Values } from "./text/read";

export type Points = 0 | 1 | 2;

/** What a right answer holds. */
export interface NotionData extends Text {
  /** Any of them is enough. */
  readonly patterns: readonly string[];
}

/** What a wrong answer holds. */
export interface MistakeData extends NotionData {
  /** The most that an answer with this in it can earn. */
  readonly limit: 0 | 1;
  /** With limit 0: it is the whole answer's claim, and nothing that is right beside it makes up for it. */
  readonly outright?: boolean;
  /** Notions that it contradicts: they are not awarded. */
  readonly cancels?: readonly string[];
  /** Where one of these holds, it is not that mistake. */
  readonly unless?: readonly string[];
}

export interface QuestionData {
  readonly id: string;
  readonly section: string;
  readonly fr: string;
  readonly en: string;
  /** Values that answers tell apart, by the concepts that name them, and the one that the question itself is about. */
  readonly values?: { readonly markers: Readonly<Record<string, number>>; readonly initial?: number };
  /** What no answer that is worth anything leaves out: one of these patterns. */
  readonly about: readonly string[];
  /** Single words that may stand beside an answer: they hold nothing that is asked, and nothing wrong. */
  readonly aside?: readonly string[];
  /** Whether a bare list of the right things is an answer. */
  readonly list?: boolean;
  readonly notions: Readonly<Record<string, NotionData>>;
  readonly mistakes: Readonly<Record<string, MistakeData>>;
  /** The first condition that holds gives the points. */
  readonly score: readonly (readonly [Points, string])[];
}

export interface Notion {
  readonly name: string;
  readonly says: Text;
  readonly patterns: readonly Pattern[];
}

export interface Mistake extends Notion {
  readonly limit: 0 | 1;
  readonly outright: boolean;
  readonly cancels: readonly string[];
  readonly unless: readonly Pattern[];
}

/** A question ready to judge by. */
export interface Question {
  readonly id: string;
  readonly section: string;
  readonly wording: Text;
  /** The roots of its words, in both languages. */
  readonly asked: ReadonlySet<string>;
  readonly values?: Values;
  readonly about: readonly Pattern[];
  readonly aside: readonly Pattern[];
  readonly isList: boolean;
  readonly notions: readonly Notion[];
  readonly mistakes: readonly Mistake[];
  readonly score: readonly { readonly points: Points; readonly condition: Condition }[];
}

/** @throws PatternError, ConditionError for a rule that cannot be read */
export function questionOf(data: QuestionData): Question {
  return {
    id: data.id,
    section: data.section,
    wording: { fr: data.fr, en: data.en },
    asked: askedIn(data),
    ...(data.values === undefined ? {} : { values: valuesOf(data.values) }),
    about: data.about.map(parsePattern),
    aside: (data.aside ?? []).map(parsePattern),
    isList: data.list ?? false,
    notions: Object.entries(data.notions).map(([name, notion]) => notionOf(name, notion)),
    mistakes: Object.entries(data.mistakes).map(([name, mistake]) => ({
      ...notionOf(name, mistake),
      limit: mistake.limit,
      outright: mistake.outright ?? false,
      cancels: mistake.cancels ?? [],
      unless: (mistake.unless ?? []).map(parsePattern),
    })),
    score: data.score.map(([points, condition]) => ({ points, condition: parseCondition(condition) })),
  };
}

function notionOf(name: string, { fr, en, patterns }: NotionData): Notion {
  return { name, says: { fr, en }, patterns: patterns.map(parsePattern) };
}

function valuesOf({ markers, initial }: NonNullable<QuestionData["values"]>): Values {
  const byConcept = new Map(Object.entries(markers));
  return initial === undefined ? { markers: byConcept } : { markers: byConcept, initial };
}
