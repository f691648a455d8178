/** A rubric that stands with its question, in the form of `fixtures/questions/`: patterns and conditions are tried at once. */
import type { Points, QuestionData } from "../prose/question";
import { ConditionError, parseCondition } from "../prose/pattern/condition";
import { parsePattern, PatternError } from "../prose/pattern/pattern";
import { CONDITION, mustBe, NOTION, PATTERN, unknownName, unreadable, WANTED } from "./complaints";
import { choice, complain, flag, keys, list, record, some, text, whole, type Reader } from "./shape";
import type { Spot } from "./spot";

/** A rubric without what its question says. */
export type InlineRubric = Omit<QuestionData, "id" | "section" | "fr" | "en">;

const pattern: Reader<string> = (spot, under) => {
  const source = text(spot, under);
  try {
    parsePattern(source);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return complain(spot, under, unreadable(PATTERN, error.message, source));
  }
  return source;
};

const condition: Reader<string> = (spot, under) => {
  const source = text(spot, under);
  try {
    parseCondition(source);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return complain(spot, under, unreadable(CONDITION, source, source));
  }
  return source;
};

const POINTS: Readonly<Record<string, Points>> = { 0: 0, 1: 1, 2: 2 };

const scored: Reader<readonly [Points, string]> = (spot, under) => {
  const [first, second, stray] = spot.kind === "list" ? spot.items : [];
  const earned = first?.kind === "text" ? POINTS[first.text] : undefined;
  if (earned === undefined || second === undefined || stray !== undefined)
    return complain(first ?? spot, under, mustBe(under.key, WANTED.score));
  return [earned, condition(second, under)];
};

const saying = { en: text, fr: text, patterns: some(pattern) };
const LIMITS: Readonly<Record<string, 0 | 1>> = { 0: 0, 1: 1 };
const limit: Reader<0 | 1> = (spot, under) => LIMITS[choice(["0", "1"])(spot, under)] ?? 0;

const shape = keys(
  {
    about: some(pattern),
    notions: record(keys(saying, {})),
    score: some(scored),
  },
  {
    id: text,
    section: text,
    en: text,
    fr: text,
    values: keys({ markers: record(whole) }, { initial: whole }),
    aside: list(pattern),
    list: flag,
    mistakes: record(
      keys({ ...saying, limit }, { outright: flag, cancels: list(text), unless: list(pattern) }),
    ),
  },
);

export const inlineRubric: Reader<InlineRubric> = (spot, under) => {
  const { id: _id, section: _section, en: _en, fr: _fr, mistakes = {}, ...rubric } = shape(spot, under);
  const names = Object.keys(rubric.notions);
  for (const found of namesIn(spot)) {
    if (!names.includes(found.name)) complain(found.spot, under, unknownName(NOTION, found.name, names));
  }
  return { ...rubric, mistakes };
};

interface Named {
  readonly name: string;
  readonly spot: Spot;
}

/** Notions that conditions and mistakes name, after all else was found to be as it must be. */
function namesIn(rubric: Spot): Named[] {
  const cancelled = itemsOf(entry(rubric, "mistakes"))
    .flatMap((mistake) => itemsOf(entry(mistake, "cancels")))
    .map((spot) => ({ name: textOf(spot), spot }));
  const scoring = itemsOf(entry(rubric, "score")).flatMap((pair) => {
    const spot = itemsOf(pair)[1];
    return spot === undefined ? [] : notionsOf(textOf(spot)).map((name) => ({ name, spot }));
  });
  return [...cancelled, ...scoring];
}

function notionsOf(source: string): string[] {
  return source.replaceAll(/\b\d+ of\b/g, " ").match(/[A-Za-z][A-Za-z0-9-]*/g) ?? [];
}

function entry(spot: Spot | undefined, key: string): Spot | undefined {
  return spot?.kind === "map" ? spot.entries.get(key)?.value : undefined;
}

function itemsOf(spot: Spot | undefined): readonly Spot[] {
  if (spot?.kind === "list") return spot.items;
  return spot?.kind === "map" ? [...spot.entries.values()].map(({ value }) => value) : [];
}

function textOf(spot: Spot): string {
  return spot.kind === "text" ? spot.text.trim() : "";
}
