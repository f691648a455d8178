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
  const known = vectorOf(features, model);
  return softmax(
    perMark(
      (mark) => model.bias[mark] + known.reduce((sum, { value, weights }) => sum + value * weights[mark], 0),
    ),
  );
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
    .map(({ words, value, weights }) => ({
      words,
      says: value * (weights[mark] - Math.max(...others.map((one) => weights[one]))),
    }))
    .filter(({ says }) => says > 0)
    .sort((a, b) => b.says - a.says);
  return [...new Set(telling.map(({ words }) => words.join(" … ")))].slice(0, most);
}

/** Only what the model knows, weighed by rarity and scaled to length 1. */
function vectorOf(features: readonly Feature[], model: Model) {
  const known = features.flatMap(({ name, words }) => {
    const says = model.says(name);
    if (says === undefined) return [];
    const [idf, ...weights] = says;
    return [{ words, idf, weights }];
  });
  const length = Math.hypot(...known.map(({ idf }) => idf)) || 1;
  return known.map(({ words, idf, weights }) => ({ words, value: idf / length, weights }));
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
