/** Learns a model from marked answers: the same answers give the same model. */
import type { Points } from "../question";
import type { Feature } from "./features";
import { MARKS, perMark, softmax, type ModelData } from "./model";

export interface Example {
  readonly features: readonly Feature[];
  readonly points: Points;
}

/** Weight of the data against that of small weights, as in the usual form of the loss. */
const TRUST = 30;
/** Steps of gradient descent with momentum: the loss no longer moves in its fourth digit. */
const STEPS = 400;
const DECIMALS = 1000;

type Sparse = readonly (readonly [feature: number, value: number])[];

export function train(examples: readonly Example[]): ModelData {
  const names = [...new Set(examples.flatMap(({ features }) => features.map(({ name }) => name)))].sort();
  const idf = idfOf(examples);
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ features }) => rowOf(features, idf, index));
  const weights = descend(
    rows,
    examples.map(({ points }) => points),
    names.length,
  );
  const rounded = (value: number) => Math.round(value * DECIMALS) / DECIMALS;
  const bias = names.length;
  return {
    answers: examples.length,
    bias: perMark((mark) => rounded(weights[mark]?.[bias] ?? 0)),
    features: Object.fromEntries(
      names.map((name, i) => [
        name,
        [rounded(idf.get(name) ?? 0), ...perMark((mark) => rounded(weights[mark]?.[i] ?? 0))] as const,
      ]),
    ),
  };
}

/** Smoothed, as if one more answer held every feature. */
function idfOf(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const { name } of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].map(([name, n]) => [name, Math.log((1 + examples.length) / (1 + n)) + 1]));
}

function rowOf(
  features: readonly Feature[],
  idf: ReadonlyMap<string, number>,
  index: ReadonlyMap<string, number>,
): Sparse {
  const values = features.map(({ name }) => idf.get(name) ?? 0);
  const length = Math.hypot(...values) || 1;
  return features.map(({ name }, i) => [index.get(name) ?? 0, (values[i] ?? 0) / length]);
}

/** Nesterov's method on the convex loss; the step is safe, since rows have length 1 and the softmax's curvature is at most 1/2. */
function descend(rows: readonly Sparse[], points: readonly Points[], width: number): readonly Float64Array[] {
  const decay = 1 / TRUST;
  const step = 1 / (rows.length + decay);
  const weights = MARKS.map(() => new Float64Array(width + 1));
  const ahead = MARKS.map(() => new Float64Array(width + 1));
  for (let n = 0; n < STEPS; n++) {
    const slope = slopeAt(ahead, rows, points, width, decay);
    const momentum = n / (n + 3);
    for (const mark of MARKS) moved(weights[mark], ahead[mark], slope[mark], step, momentum);
  }
  return weights;
}

function moved(
  weights: Float64Array | undefined,
  ahead: Float64Array | undefined,
  slope: Float64Array | undefined,
  step: number,
  momentum: number,
): void {
  if (weights === undefined || ahead === undefined || slope === undefined) return;
  for (let i = 0; i < weights.length; i++) {
    const before = weights[i] ?? 0;
    const now = (ahead[i] ?? 0) - step * (slope[i] ?? 0);
    weights[i] = now;
    ahead[i] = now + momentum * (now - before);
  }
}

function slopeAt(
  at: readonly Float64Array[],
  rows: readonly Sparse[],
  points: readonly Points[],
  width: number,
  decay: number,
): readonly Float64Array[] {
  // The bias, last, is free.
  const slope = at.map((weights) => weights.map((weight, i) => (i === width ? 0 : decay * weight)));
  for (const [n, row] of rows.entries()) {
    const likely = softmax(perMark((mark) => scoreOf(row, at[mark], width)));
    for (const mark of MARKS) {
      const error = likely[mark] - (points[n] === mark ? 1 : 0);
      const own = slope[mark];
      if (own === undefined) continue;
      for (const [feature, value] of row) own[feature] = (own[feature] ?? 0) + error * value;
      own[width] = (own[width] ?? 0) + error;
    }
  }
  return slope;
}

function scoreOf(row: Sparse, weights: Float64Array | undefined, width: number): number {
  return row.reduce(
    (sum, [feature, value]) => sum + value * (weights?.[feature] ?? 0),
    weights?.[width] ?? 0,
  );
}
