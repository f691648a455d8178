/** How well the program's marks agree with a teacher's. */
import type { Points } from "./question";

/** One answer, marked twice. */
export interface Pair {
  readonly marked: Points;
  /** The program's; nothing where it leaves the answer to the teacher. */
  readonly points: Points | null;
}

export interface Figures {
  readonly n: number;
  readonly decided: number;
  readonly exact: number;
  readonly offByTwo: number;
  /** Credited too much, too little. */
  readonly over: number;
  readonly under: number;
  readonly teacher: number;
  /** Quadratic weighted kappa of what was decided; nothing where nothing was. */
  readonly kappa: number | null;
}

export function figuresOf(pairs: readonly Pair[]): Figures {
  const decided = pairs.flatMap(({ marked, points }) => (points === null ? [] : [{ marked, points }]));
  const count = (holds: (difference: number) => boolean) =>
    decided.filter(({ marked, points }) => holds(points - marked)).length;
  return {
    n: pairs.length,
    decided: decided.length,
    exact: count((difference) => difference === 0),
    offByTwo: count((difference) => Math.abs(difference) === 2),
    over: count((difference) => difference > 0),
    under: count((difference) => difference < 0),
    teacher: pairs.length - decided.length,
    kappa: kappaOf(decided),
  };
}

type Decided = readonly { readonly marked: Points; readonly points: Points }[];
const SCALE = [0, 1, 2] as const;

/** Cohen's kappa with squared weights: 1 minus the disagreement seen over the disagreement that chance would bring. */
function kappaOf(pairs: Decided): number | null {
  if (pairs.length === 0) return null;
  const seen = sum(pairs.map(({ marked, points }) => (marked - points) ** 2));
  const expected = sum(
    SCALE.flatMap((i) =>
      SCALE.map((j) => {
        const [rows, columns] = [
          pairs.filter(({ marked }) => marked === i).length,
          pairs.filter(({ points }) => points === j).length,
        ];
        return ((i - j) ** 2 * rows * columns) / pairs.length;
      }),
    ),
  );
  // Where all marks are the same, chance alone agrees too.
  return expected === 0 ? 1 : 1 - seen / expected;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
