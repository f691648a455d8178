/** What a run comes to: the sentence that ends the screen and begins the summary. */
import { exitStatus, type Verdict } from "../../judge/results";
import { wordsOf } from "../../words/words";
import type { Report } from "../report";

/** @returns the sentence, and the verdict in whose style it is shown */
export function conclusion({ results, lang, interrupted }: Report): {
  readonly text: string;
  readonly verdict: Verdict;
} {
  const words = wordsOf(lang).report.conclusion;
  const { summary, claims } = results;
  if (interrupted) return { text: words.interrupted, verdict: "deviation" };
  if (exitStatus(summary, claims) === 2) return { text: words.nothing, verdict: "fail" };
  if (summary.fail > 0) return { text: words.failed(summary.fail), verdict: "fail" };
  if (summary.inconclusive > 0) return { text: words.open(summary.inconclusive), verdict: "inconclusive" };
  return { text: words.passed, verdict: "pass" };
}
