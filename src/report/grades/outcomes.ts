/** One sign an outcome, the same in every report: what a colour says is said by a sign and a word too. */
import type { Outcome } from "../../judge/answers/mark";

export const SIGNS: Readonly<Record<Outcome, string>> = {
  right: "✔",
  partly: "≈",
  wrong: "✘",
  teacher: "?",
  ungradable: "!",
  blank: "–",
  noted: "•",
};
