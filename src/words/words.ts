/** The catalogue of a language: every word of the command line and of the reports that is not an exercise's own. */
import { en } from "./en";
import { fr } from "./fr";
import type { Lang } from "./text";
import { frenchThroughout } from "./typography";

/** What a catalogue must hold. French is held against it, so that a key that one of the two lacks does not compile. */
export type Words = typeof en;

const CATALOGUES: Readonly<Record<Lang, Words>> = { en, fr: frenchThroughout<Words>(fr) };

export function wordsOf(lang: Lang): Words {
  return CATALOGUES[lang];
}
