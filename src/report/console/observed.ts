/** What was seen and is told without being judged. */
import type { Observation } from "../../judge/results";
import { wordsOf } from "../../words/words";
import { grouped } from "../text/group";
import { columns, padEnd, wrap } from "../text/layout";
import { printable } from "../text/printable";
import type { Setting } from "./findings";

/** A longer title has a line of its own, and its value the next. */
const LONGEST = 38;

export function observed(observations: readonly Observation[], setting: Setting): readonly string[] {
  if (observations.length === 0) return [];
  const { lang, paint } = setting;
  const groups = [...grouped(observations, ({ exercise }) => exercise)].flatMap(([exercise, own]) => [
    `  ${paint.dim(exercise)}`,
    ...group(own, setting),
  ]);
  return ["", paint.bold(wordsOf(lang).report.observed), ...groups];
}

function group(observations: readonly Observation[], { width }: Setting): string[] {
  const rows = observations.map(({ title, value }) => ({ title: printable(title), value: printable(value) }));
  const short = rows.map(({ title }) => columns(title)).filter((length) => length <= LONGEST);
  const indent = Math.max(8, ...short) + 6;
  return rows.flatMap(({ title, value }) => {
    const text = wrap(value, width, " ".repeat(indent));
    const label = padEnd(`    ${title}`, indent);
    return columns(title) <= LONGEST ? [label + text] : [label, " ".repeat(indent) + text];
  });
}
