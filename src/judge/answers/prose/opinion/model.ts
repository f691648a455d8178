/**
 * A multinomial logistic regression over the features of an answer: how likely each mark is, going by marked answers to
 * the same question. It is learnt by `npm run learn` and kept in `fixtures/learnt/`.
 */
import type { Points } from "../question";
import type { Feature } from "./features";

export const MARKS = [0, 1, 2] as const satisfies readonly Points[];
/** One number a mark. */
export type PerMark = readonly [number, number, number];

/** How rare a feature is (idf), and what it says for each mark. */
export type FeatureSays = readonly [idf: number, ...weights: PerMark];

export interface ModelData {
  /** Marked answers that it was learnt from. */
  readonly answers: number;
  readonly bias: PerMark;
  readonly features: Readonly<Record<string, FeatureSays>>;
}

/** A model to judge by. */
export interface Model {
  readonly bias: PerMark;
  /** @returns nothing of a feature that no marked answer had */
  readonly says: (feature: string) => FeatureSays | undefined;
}

/** Sums to 1. */
export function likelihoods(features: readonly Feature[], model: Model): PerMark {
  const scores = [...model.bias] as [number, number, number];
  for (const { value, says } of vectorOf(features, model)) {
    scores[0] += value * says[1];
    scores[1] += value * says[2];
    scores[2] += value * says[3];
  }
  return softmax(scores);
}

/** The words that speak most for a mark, most telling first. */
export function tellingWords(
  features: readonly Feature[],
  model: Model,
  mark: Points,
  most: number,
): string[] {
  const others = MARKS.filter((one) => one !== mark);
  const telling = vectorOf(features, model)
    .filter(({ words }) => words.length > 0)
    .map(({ words, value, says: [, ...weights] }) => ({
      words,
      says: value * (weights[mark] - Math.max(...others.map((one) => weights[one]))),
    }))
    .filter(({ says }) => says > 0)
    .sort((a, b) => b.says - a.says);
  return [...new Set(telling.map(({ words }) => words.join(" … ")))].slice(0, most);
}

/** Only what the model knows, weighed by rarity and scaled to length 1. */
function vectorOf(features: readonly Feature[], model: Model): Weighed[] {
  const known: Weighed[] = [];
  let square = 0;
  for (const { name, words } of features) {
    const says = model.says(name);
    if (says === undefined) continue;
    known.push({ words, says, value: says[0] });
    square += says[0] ** 2;
  }
  const length = Math.sqrt(square) || 1;
  for (const one of known) one.value /= length;
  return known;
}

interface Weighed {
  readonly words: readonly string[];
  readonly says: FeatureSays;
  value: number;
}

export function softmax(scores: PerMark): PerMark {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((total, one) => total + one, 0);
  return perMark((mark) => (raised[mark] ?? 0) / sum);
}

export function perMark(value: (mark: Points) => number): PerMark {
  return [value(0), value(1), value(2)];
}
