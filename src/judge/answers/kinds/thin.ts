/** Answers that are none, before anybody reads them as one of a kind. */
import type { Text } from "../../../words/text";
import type { Judged } from "../mark";
import { fold, READ_AT_MOST } from "../prose/text/fold";
import { earns, forTeacher, unreadable } from "./judged";

/** Nobody needs as many characters for commands. */
const COMMANDS_AT_MOST = 20_000;

const GIVEN_UP =
  /^(?:je (?:ne |n')?(?:l')?(?:sais|sait) pas(?: du tout)?|(?:pas d'|aucune )idee|no idea|i (?:really )?(?:do not|don't) know|idk|jsp|dunno|pas eu le temps)$/;

/** @returns the judgement of what needs no reading: nothing written, given up, or too long to be an answer */
export function withoutReading(text: string, atMost: number = READ_AT_MOST): Judged | undefined {
  if (text.length > atMost) return forTeacher("too-long", { reasons: [TOO_LONG], tells: [TOO_LONG] });
  const plain = fold(text)
    .replace(/[\s.,;:!?()-]+/g, " ")
    .trim();
  if (text.trim() === "") return earns(0, "nothing-written", { reasons: [NOTHING], tells: [NOTHING] });
  if (GIVEN_UP.test(plain)) return earns(0, "given-up", { reasons: [GAVE_UP] });
  return /[\p{L}\p{N}+#]/u.test(text) ? undefined : unreadable("no-words", NO_WORDS);
}

/** The same for commands, which may be longer. */
export function withoutCommands(text: string): Judged | undefined {
  return withoutReading(text, COMMANDS_AT_MOST);
}

export const TOO_LONG: Text = {
  en: "the answer is much longer than the question asks for",
  fr: "la réponse est bien plus longue que ce que la question demande",
};
const NOTHING: Text = {
  en: "nothing is written at the place of the answer",
  fr: "rien n’est écrit à la place de la réponse",
};
const GAVE_UP: Text = { en: "says that they do not know", fr: "dit ne pas savoir" };
const NO_WORDS: Text = {
  en: "the answer has neither a letter nor a digit",
  fr: "la réponse ne contient ni lettre ni chiffre",
};
