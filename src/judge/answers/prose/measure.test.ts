import { figuresOf, type Pair } from "./measure";

function pairs(...marks: readonly (readonly [Pair["marked"], Pair["points"]])[]): Pair[] {
  return marks.map(([marked, points]) => ({ marked, points }));
}

it("counts what was decided, and how", () => {
  const figures = figuresOf(pairs([2, 2], [1, 2], [2, 0], [0, null], [0, 0]));
  expect(figures).toMatchObject({ n: 5, decided: 4, exact: 2, offByTwo: 1, over: 1, under: 1, teacher: 1 });
});

it("weighs disagreement by its square", () => {
  // Worked by hand: seen (1 + 4), by chance 16.75 of 4 pairs: rows 1,1,2 and columns 2,0,2.
  const { kappa } = figuresOf(pairs([2, 2], [1, 2], [2, 0], [0, 0]));
  const expected = (1 * 0 * 2 + 1 * 4 * 2 + 1 * 1 * 2 + 1 * 1 * 2 + 2 * 4 * 2 + 2 * 0 * 2) / 4;
  expect(kappa).toBeCloseTo(1 - 5 / expected);
});

it("is 1 where all agree on one mark, and nothing where nothing was decided", () => {
  expect(figuresOf(pairs([1, 1], [1, 1])).kappa).toBe(1);
  expect(figuresOf(pairs([1, null])).kappa).toBeNull();
});
