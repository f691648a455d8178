/** Figures that are reported and never judged, as one small table. */
import { wordsOf } from "../../words/words";
import type { Measurement } from "../../judge/results";
import { columns, cut, padEnd } from "../text/layout";
import { hundredths } from "../text/numbers";
import { printable } from "../text/printable";
import type { Setting } from "./findings";

export function measured(measurements: readonly Measurement[], { lang, paint, width }: Setting): string[] {
  if (measurements.length === 0) return [];
  const rows = measurements.map(({ exercise, title, value, unit }) => ({
    title: cut(printable(title), width - 30),
    value: `${hundredths(value, lang)}\u00a0${unit}`,
    exercise,
  }));
  const first = Math.max(...rows.map((row) => columns(row.title)));
  const second = Math.max(...rows.map((row) => columns(row.value)));
  const lines = rows.map(({ title, value, exercise }, i) => {
    const told = i > 0 && rows[i - 1]?.exercise === exercise ? "" : `  ${paint.dim(exercise)}`;
    return `  ${padEnd(title, first)}  ${" ".repeat(second - columns(value))}${value}${told}`;
  });
  return ["", paint.bold(wordsOf(lang).report.measured), ...lines];
}
