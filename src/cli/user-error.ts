/** Something that the user of the command must mend. Its text is all that is shown, and the exit status is 2. */
import type { Text } from "../words/text";
import { wordsOf, type Words } from "../words/words";

export class UserError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "UserError";
  }
}

/** A `UserError` in the words of the catalogue. */
export function userError(say: (words: Words["cli"]) => string): UserError {
  return new UserError({ en: say(wordsOf("en").cli), fr: say(wordsOf("fr").cli) });
}
