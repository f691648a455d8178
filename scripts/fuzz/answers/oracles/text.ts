/** What must hold of anything that is said, wherever it is shown. */
import { LANGS, type Text } from "../../../../src/words/text";
import { must } from "../../checks";

/** A sentence that quotes a student quotes a piece. */
const LONGEST = 3000;

/** In both languages, and not as long as what it speaks of may be. */
export function mustBeSentence(said: Text): void {
  for (const lang of LANGS) {
    must(said[lang].trim() !== "", "a sentence without words");
    must(
      said[lang].length <= LONGEST,
      `a sentence of ${said[lang].length} characters: ${said[lang].slice(0, 200)}`,
    );
  }
}

/** What a terminal, or whoever reads it there, takes for something else than a character. */
const HIDDEN = /[^\P{Cc}\n]|[\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** Lines for a terminal, which may not hold what a terminal obeys. */
export function mustBePlain(shown: string): void {
  const [found] = HIDDEN.exec(shown) ?? [];
  must(found === undefined, `a hidden character in ${JSON.stringify(shown.slice(0, 300))}`);
}
