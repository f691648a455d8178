/** The words of a text as it was written. Who asks again for the same text, as several judges of one answer do, need not wait. */
import { fold } from "./fold";
import { wordsOf, type Word } from "./words";

let last: { readonly text: string; readonly words: readonly Word[] } | undefined;

export function wordsIn(text: string): readonly Word[] {
  if (last?.text !== text) last = { text, words: wordsOf(fold(text)) };
  return last.words;
}
