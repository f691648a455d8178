import type { Verdict } from "../judge/results";

/** One sign a verdict, the same in every report. */
export const MARKS: Readonly<Record<Verdict, string>> = {
  pass: "✔",
  fail: "✘",
  deviation: "≈",
  inconclusive: "?",
  skipped: "–",
};
