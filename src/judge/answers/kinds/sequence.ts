/** Judges sequences of packets: `PUBLISH, PUBACK`. Names are exact; what is not understood is left to the teacher. */
import { phrase, type Text } from "../../../words/text";
import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { atLine, earns, forTeacher, looseWords, quoted } from "./judged";
import { known, unknownTruth } from "./known";
import { creditOf, type Credit } from "./sequence/credit";
import { typesOf, type Item } from "./sequence/item";
import { creditOfLog } from "./sequence/log-credit";
import { itemsOfNumbers, readSequence, type Reading } from "./sequence/read";
import { withoutReading } from "./thin";

export function judgeSequence(
  { answer }: Answer,
  { truth }: QuestionOf<"sequence">,
  context: Context,
): Judged {
  const fact = known(truth, context);
  if (fact === undefined) return unknownTruth(truth, context);
  return withoutReading(answer.text) ?? judge(readSequence(answer), fact.map(String));
}

function judge(reading: Reading, truth: readonly string[]): Judged {
  if (reading.almost.length > 0) return almost(reading);
  if (reading.loose.length > 0) return forTeacher("sequence:words", { reasons: [looseWords(reading.loose)] });
  const items = namedItems(reading, truth);
  if (items === undefined) return forTeacher("sequence:numbers", { reasons: [NUMBERS] });
  const all = [...items, ...reading.logged];
  if (all.length === 0) return forTeacher("sequence:no-packet", { reasons: [NO_PACKET], tells: [NO_PACKET] });
  const credit = creditOfBoth(items, reading.logged, truth);
  const wanted = credit.share === 0 ? [] : truth;
  const denied = [...typesOf(all), ...wanted].filter((type) => reading.denied.has(type));
  if (denied.length > 0) return forTeacher("sequence:denied", { reasons: [denies(denied)] });
  return judged(credit, all, truth);
}

function namedItems({ items, numbers }: Reading, truth: readonly string[]): readonly Item[] | undefined {
  if (numbers.length === 0) return items;
  if (items.length > 0) return undefined;
  const found = itemsOfNumbers(numbers);
  // One number alone may as well be a count.
  const isCount = found?.length === 1 && !(truth.length === 1 && truth[0] === found[0]?.type);
  return isCount ? undefined : found;
}

/** Names and lines of a log beside one another must come to the same. */
function creditOfBoth(named: readonly Item[], logged: readonly Item[], truth: readonly string[]): Credit {
  if (logged.length === 0) return creditOf(named, truth);
  const credit = creditOfLog(logged, truth);
  if (named.length === 0 || creditOf(named, truth).share === credit.share) return credit;
  return { share: null, rule: "several-exchanges" };
}

function judged({ share, rule }: Credit, items: readonly Item[], truth: readonly string[]): Judged {
  const name = `sequence:${rule}`;
  if (share === null) return forTeacher(name, { reasons: [UNCLEAR[rule], readAs(items)] });
  if (share === 1) return earns(1, name);
  const key = phrase`${{ en: "recorded: ", fr: "enregistré : " }}${truth.join(", ")}`;
  return earns(share, name, { reasons: [readAs(items), key], tells: [readAs(items)] });
}

/** Packets of an answer that are repeated. */
const SHOWN = 12;

function readAs(items: readonly Item[]): Text {
  const list = typesOf(items).slice(0, SHOWN).join(", ");
  const shown = items.length > SHOWN ? `${list}, …` : list;
  return phrase`${{ en: "read as ", fr: "lu comme " }}${shown}`;
}

function almost({ almost: words }: Reading): Judged {
  const tells = words
    .slice(0, SHOWN)
    .map(({ word, line }) => atLine(line, phrase`${quoted(word)}${NO_SUCH_PACKET}`));
  return forTeacher("sequence:no-such-packet", { reasons: tells, tells });
}

function denies(types: readonly string[]): Text {
  return phrase`${{ en: "says that there is no ", fr: "dit qu’il n’y a pas de " }}${[...new Set(types)].join(", ")}`;
}

const NO_SUCH_PACKET: Text = { en: " is not an MQTT packet", fr: " n’est pas un paquet MQTT" };
const NO_PACKET: Text = {
  en: "no name of an MQTT packet was found in the answer",
  fr: "aucun nom de paquet MQTT n’a été trouvé dans la réponse",
};
const NUMBERS: Text = {
  en: "it is not clear what the numbers stand for",
  fr: "on ne sait pas ce que désignent les nombres",
};
const UNCLEAR: Readonly<Record<Extract<Credit, { share: null }>["rule"], Text>> = {
  interrupted: {
    en: "packets of a connection or of a subscription stand within the publication",
    fr: "des paquets de connexion ou d’abonnement se trouvent au milieu de la publication",
  },
  "two-publications": {
    en: "more than one PUBLISH: it is not clear what is a delivery and what a repetition",
    fr: "plusieurs PUBLISH : on ne sait pas lequel est une livraison et lequel une répétition",
  },
  senders: {
    en: "the right packets, but one side sends two in a row",
    fr: "les bons paquets, mais un même côté en envoie deux de suite",
  },
  "several-exchanges": {
    en: "several exchanges that do not say the same",
    fr: "plusieurs échanges qui ne disent pas la même chose",
  },
};
