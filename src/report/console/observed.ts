/** What was seen and is told without being judged. */
import type { Observation } from "../../judge/results";
import { wordsOf } from "../../words/words";
import { columns, padEnd, wrap } from "../text/layout";
import { printable } from "../text/printable";
import type { Setting } from "./findings";

export function observed(
  observations: readonly Observation[],
  { lang, paint, width }: Setting,
): readonly string[] {
  if (observations.length === 0) return [];
  const indent = Math.max(...observations.map(({ title }) => columns(title))) + 4;
  const lines = observations.flatMap(({ exercise, title, value }, i) => [
    ...(observations[i - 1]?.exercise === exercise ? [] : [`  ${paint.dim(exercise)}`]),
    `${padEnd(`  ${printable(title)}`, indent)}${wrap(printable(value), width, " ".repeat(indent))}`,
  ]);
  return ["", paint.bold(wordsOf(lang).report.observed), ...lines];
}
