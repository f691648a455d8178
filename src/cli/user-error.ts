/** Something that the user of the command must mend. Its text is all that is shown, unless said otherwise the exit status is 2. */
import type { Lang, Text } from "../words/text";
import { wordsOf, type Words } from "../words/words";

/** Exit status: usage, or a target that cannot be had. */
export const NOTHING_JUDGED = 2;

export class UserError extends Error {
  constructor(
    readonly text: Text,
    /** Exit status. */
    readonly status = NOTHING_JUDGED,
  ) {
    super(text.en);
    this.name = "UserError";
  }
}

/** A `UserError` in the words of the catalogue. */
export function userError(say: (words: Words["cli"], lang: Lang) => string, status?: number): UserError {
  return new UserError({ en: say(wordsOf("en").cli, "en"), fr: say(wordsOf("fr").cli, "fr") }, status);
}
