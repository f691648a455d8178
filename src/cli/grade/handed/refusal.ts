/** Why a submission cannot be graded: one sentence for the teacher, in both languages. */
import { wordsOf, type Words } from "../../../words/words";
import type { Text } from "../../../words/text";

type RefusedWords = Words["cli"]["grade"]["refused"];

export class Refused extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "Refused";
  }
}

export function refused(say: (words: RefusedWords, system: Words["cli"]["system"]) => string): Refused {
  const sayIn = (lang: "en" | "fr") => {
    const { cli } = wordsOf(lang);
    return say(cli.grade.refused, cli.system);
  };
  return new Refused({ en: sayIn("en"), fr: sayIn("fr") });
}

/** Whatever went wrong, as the reason why this one submission was not graded. */
export function refusalOf(error: unknown): Text {
  if (error instanceof Refused) return error.text;
  const { code, message } = error as NodeJS.ErrnoException;
  return refused(({ unreadable }, system) => unreadable(system[code ?? ""] ?? code ?? message)).text;
}
