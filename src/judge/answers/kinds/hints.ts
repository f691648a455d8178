/** Hints that were copied into the answer: they were not written to be graded, and prove nothing of who copied them. */
import { LANGS, type Text } from "../../../words/text";
import { fold } from "../prose/text/fold";

/** So many words in a row are no chance. */
const RUN = 6;

/** @returns whether a run of words stands in a hint too, in either language */
export function repeatsHint(text: string, hints: readonly Text[]): boolean {
  const known = runsOfHints(hints);
  return runsIn(text).some((run) => known.has(run));
}

const kept = new WeakMap<readonly Text[], ReadonlySet<string>>();

function runsOfHints(hints: readonly Text[]): ReadonlySet<string> {
  const known = kept.get(hints);
  if (known !== undefined) return known;
  const runs = new Set(hints.flatMap((hint) => LANGS.flatMap((lang) => runsIn(hint[lang]))));
  kept.set(hints, runs);
  return runs;
}

/** A text that is shorter than a run is one. */
function runsIn(text: string): string[] {
  const words = fold(text).match(/[a-z0-9]+/g) ?? [];
  const count = Math.max(1, words.length - RUN + 1);
  return Array.from({ length: count }, (_, i) => words.slice(i, i + RUN).join(" "));
}
