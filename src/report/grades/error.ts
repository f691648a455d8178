/** A file that was given to the reports, and is not what it should be. */
import { LANGS, type Text } from "../../words/text";
import { wordsOf, type Words } from "../../words/words";

/** The text is one sentence for whoever runs the command. */
export class GradesError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "GradesError";
  }
}

/** What the catalogues say, in both languages. */
export function saidInBoth(say: (words: Words["grades"]) => string): Text {
  const [en, fr] = LANGS.map((lang) => say(wordsOf(lang).grades));
  return { en: en ?? "", fr: fr ?? "" };
}
