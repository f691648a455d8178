/** What a class comes to, in figures: for the page of the class and for the summary. */
import type { Outcome } from "../../judge/answers/mark";
import { inLang, type Lang } from "../../words/text";
import type { Seen, SeenMark, SeenQuestion } from "./visibility";

/** What an answer counts as: without points it is still open, whoever has to do with it next. */
export const PARTS = ["right", "partly", "wrong", "blank", "open"] as const;
export type Part = (typeof PARTS)[number];

export interface QuestionFigures {
  readonly question: SeenQuestion;
  readonly answers: number;
  readonly parts: Readonly<Record<Part, number>>;
  /** Part of the points that was earned where there are points, from 0 to 1; nothing where all is open. */
  readonly earned: number | null;
  /** Why points were lost: the most frequent reasons, with how often. */
  readonly reasons: readonly Counted[];
}

export interface Counted {
  readonly what: string;
  readonly times: number;
}

export interface ClassFigures {
  readonly submissions: number;
  /** Those that could be graded. */
  readonly graded: number;
  /** Answers that wait for the teacher. */
  readonly waiting: number;
  readonly max: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** How many earned up to a tenth of the points, up to two tenths, …; all points are in the last. */
  readonly tenths: readonly number[];
}

export function classFigures(submissions: readonly Pick<Seen, "total">[]): ClassFigures {
  const totals = submissions.flatMap(({ total }) => total ?? []);
  const points = totals.map(({ points }) => points).sort((a, b) => a - b);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const { points, max } of totals) {
    const tenth = Math.min(9, Math.floor((points / max) * 10 + 1e-9));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  return {
    submissions: submissions.length,
    graded: totals.length,
    waiting: totals.reduce((sum, { waiting }) => sum + waiting, 0),
    max: totals[0]?.max ?? 0,
    mean: points.length === 0 ? null : points.reduce((sum, one) => sum + one, 0) / points.length,
    median: median(points),
    tenths,
  };
}

/** Of sorted numbers. */
function median(sorted: readonly number[]): number | null {
  const half = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

/** A question each, those that go wrong most first, and those of which nothing is known yet last. */
export function questionFigures(submissions: readonly Seen[], lang: Lang): QuestionFigures[] {
  const byQuestion = new Map<string, SeenMark[]>();
  for (const mark of submissions.flatMap(({ marks }) => marks)) {
    const known = byQuestion.get(mark.question.id);
    if (known) known.push(mark);
    else byQuestion.set(mark.question.id, [mark]);
  }
  return [...byQuestion.values()]
    .map((marks) => figuresOf(marks, lang))
    .sort((a, b) => (a.earned ?? 2) - (b.earned ?? 2));
}

function figuresOf(marks: readonly SeenMark[], lang: Lang): QuestionFigures {
  const parts = { right: 0, partly: 0, wrong: 0, blank: 0, open: 0 };
  for (const { outcome } of marks) parts[partOf(outcome)]++;
  const decided = marks.filter(({ points }) => typeof points === "number");
  const max = decided.reduce((sum, mark) => sum + mark.max, 0);
  const points = decided.reduce((sum, mark) => sum + (mark.points ?? 0), 0);
  const [first] = marks;
  if (first === undefined) throw new Error("figures of a question without answers");
  const { question } = first;
  const lost = marks.filter(({ outcome }) => outcome === "partly" || outcome === "wrong");
  const reasons = lost.flatMap((mark) => mark.reasons.map((reason) => inLang(reason, lang)));
  return {
    question,
    answers: marks.length,
    parts,
    earned: max === 0 ? null : points / max,
    reasons: mostFrequent(reasons, 3),
  };
}

function partOf(outcome: Outcome): Part {
  return outcome === "teacher" || outcome === "ungradable" || outcome === "noted" ? "open" : outcome;
}

/** Most frequent first, then as they came. */
function mostFrequent(texts: readonly string[], n: number): Counted[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times]
    .map(([what, times]) => ({ what, times }))
    .sort((a, b) => b.times - a.times)
    .slice(0, n);
}
