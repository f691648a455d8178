/** Judges numbers in their order: each that stands where it belongs earns its part. */
import { phrase, type Text } from "../../../../words/text";
import type { Judged } from "../../mark";
import type { Fact, FactValue } from "../../truth/fact";
import { earns, forTeacher, looseWords, unreadable } from "../judged";
import { readNumbers, type Counted } from "./numbers";

export function judgeNumbers(text: string, truth: FactValue, fact: Fact): Judged {
  const { counted, loose, unpaired } = readNumbers(text, truth.length);
  if (loose.length > 0) return forTeacher("numbers:words", { reasons: [looseWords(loose)] });
  if (unpaired) return forTeacher("numbers:unpaired", { reasons: [UNPAIRED] });
  const isLabelled = counted.some(({ label }) => label !== undefined);
  if (!isLabelled && counted.length !== truth.length)
    return unreadable("numbers:how-many", howMany(truth.length, counted.length));
  const places = counted.map((one, i) => placeOf(one, i, fact, truth));
  if (places.some((place) => place === undefined)) return forTeacher("numbers:label", { reasons: [LABEL] });
  const right = counted.filter(({ number }, i) => truth[places[i] ?? -1] === number).length;
  return judged(right / truth.length, counted, truth);
}

/** Where in the truth a number belongs: the level of QoS ends the name of its exercise. */
function placeOf({ label }: Counted, i: number, fact: Fact, truth: FactValue): number | undefined {
  if (label === undefined) return i;
  const exercises =
    fact.fact === "counts" ? fact.of.map(({ exercise }) => exercise) : truth.map((_, at) => String(at));
  const at = exercises.findIndex((exercise) => /\d+$/.exec(exercise)?.[0] === String(label));
  return at === -1 ? undefined : at;
}

function judged(share: number, counted: readonly Counted[], truth: FactValue): Judged {
  if (share === 1) return earns(1, "numbers:right");
  const said = counted.map(({ number, label }) =>
    label === undefined ? number : `QoS ${label} : ${number}`,
  );
  const read = phrase`${{ en: "read as ", fr: "lu comme " }}${said.join(", ")}`;
  const key = phrase`${{ en: "recorded: ", fr: "enregistré : " }}${truth.join(", ")}`;
  return earns(share, "numbers:counted", { reasons: [read, key], tells: [read] });
}

function howMany(expected: number, read: number): Text {
  return {
    en: `${expected} numbers are asked for, ${read} were read`,
    fr: `${expected} nombres sont attendus, ${read} ont été lus`,
  };
}

const UNPAIRED: Text = {
  en: "it is not clear which number belongs to which level of QoS",
  fr: "on ne sait pas quel nombre va avec quel niveau de QoS",
};
const LABEL: Text = {
  en: "a number is given for a level of QoS that was not asked for",
  fr: "un nombre est donné pour un niveau de QoS qui n’est pas demandé",
};
