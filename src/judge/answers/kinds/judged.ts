/** The ways in which a judgement of an answer is said. */
import { join, phrase, type Text } from "../../../words/text";
import type { Judged } from "../mark";

interface Said {
  readonly reasons?: readonly Text[];
  readonly tells?: readonly Text[];
}

/** @param share from 0 to 1 */
export function earns(share: number, rule: string, { reasons = [], tells = [] }: Said = {}): Judged {
  return { share, reasons, tells, rules: [rule] };
}

export function forTeacher(rule: string, { reasons = [], tells = [] }: Said = {}): Judged {
  return { share: null, reasons, tells, rules: [rule] };
}

/** @param why for the student, who can mend it */
export function unreadable(rule: string, ...why: readonly Text[]): Judged {
  return { share: null, ungradable: true, reasons: why, tells: why, rules: [rule] };
}

/** What is said of a line of the sheet. */
export function atLine(line: number, what: Text): Text {
  return phrase`${{ en: `line ${line}: `, fr: `ligne ${line} : ` }}${what}`;
}

/** Characters of an answer that are repeated in a sentence. */
const SHOWN = 60;

/** A piece of the answer between quotation marks, on one line and not too long. */
export function quoted(piece: string): Text {
  const plain = piece.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const shown = plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
  return { en: `“${shown}”`, fr: `« ${shown} »` };
}

/** Different words that a reason names. */
const NAMED = 12;

/** Why an answer is left to the teacher of which not every word is accounted for. */
export function looseWords(loose: readonly string[]): Text {
  const words = join([...new Set(loose)].slice(0, NAMED).map(quoted), ", ");
  return phrase`${{ en: "words that no rule knows: ", fr: "mots qu’aucune règle ne connaît : " }}${words}`;
}
