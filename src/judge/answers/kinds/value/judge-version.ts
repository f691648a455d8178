/**
 * Judges which version of MQTT a parameter stands for. That it is a version at all is worth half (marking guide of 3-p),
 * unless the question says so itself.
 */
import { phrase, same, type Text } from "../../../../words/text";
import type { Judged } from "../../mark";
import { fold } from "../../prose/text/fold";
import type { FactValue } from "../../truth/fact";
import { earns, forTeacher, looseWords, quoted, unreadable } from "../judged";
import { readVersion, type VersionReading } from "./version";

const NOTION_ALONE = 0.5;

/** @param truth the versions; none where the parameter never has that value */
export function judgeVersion(text: string, truth: FactValue, p: number, asks: Text): Judged {
  const reading = readVersion(text, p);
  const { versions, never, loose, unclear, mistaken, notion } = reading;
  if (loose.length > 0) return forTeacher("version:words", { reasons: [looseWords(loose)] });
  const isSaid = versions.size > 0 || never;
  const contradicts = versions.size + Number(never) > 1 || (mistaken && (notion || isSaid));
  if (contradicts || unclear || truth.length > 1)
    return forTeacher("version:unclear", { reasons: [TWO_THINGS] });
  if (isSaid) return compared(reading, truth, notion && !isGiven(asks));
  if (mistaken) return earns(0, "version:something-else", { reasons: [recorded(truth)] });
  if (!notion) return forTeacher("version:no-version", { reasons: [NO_NUMBER], tells: [NO_NUMBER] });
  if (isGiven(asks)) return unreadable("version:no-number", NO_NUMBER);
  return earns(NOTION_ALONE, "version:notion", { reasons: [recorded(truth)], tells: [NO_NUMBER] });
}

/** The question itself says that a version is meant. */
function isGiven({ en, fr }: Text): boolean {
  return /\bversion\b/.test(fold(`${en} ${fr}`));
}

function compared({ versions, never }: VersionReading, truth: FactValue, isHalf: boolean): Judged {
  const [version] = versions;
  const isRight = truth.length === 0 ? never : version === truth[0];
  if (isRight) return earns(1, "version:right");
  const read = phrase`${{ en: "read as ", fr: "lu comme " }}${version === undefined ? NEVER : quoted(version)}`;
  const share = isHalf && !never ? NOTION_ALONE : 0;
  return earns(share, "version:other", { reasons: [read, recorded(truth)], tells: [read] });
}

function recorded(truth: FactValue): Text {
  const [version] = truth;
  const key = version === undefined ? NEVER : same(`MQTT ${version}`);
  return phrase`${{ en: "recorded: ", fr: "enregistré : " }}${key}`;
}

const NEVER: Text = { en: "never", fr: "jamais" };
const NO_NUMBER: Text = {
  en: "no version number was found in the answer",
  fr: "aucun numéro de version n’a été trouvé dans la réponse",
};
const TWO_THINGS: Text = {
  en: "more than one thing is said, or a number that can be read in two ways",
  fr: "la réponse dit plusieurs choses, ou contient un nombre qui peut se lire de deux façons",
};
