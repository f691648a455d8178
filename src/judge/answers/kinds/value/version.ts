/** What an answer says of a version of MQTT. */
import { fold } from "../../prose/text/fold";
import { SMALL_WORDS } from "../small-words";

export interface VersionReading {
  /** `3.1.1`; a number that is no version of MQTT stands as it was written. */
  readonly versions: ReadonlySet<string>;
  /** A number that is called a version by some and a level by others: `v3`, `4`. */
  readonly unclear: boolean;
  readonly never: boolean;
  /** It says that it is the version of the protocol. */
  readonly notion: boolean;
  /** It says that it is something else: the QoS, a port. */
  readonly mistaken: boolean;
  /** Words that are not accounted for. */
  readonly loose: readonly string[];
}

const VERSIONS: Readonly<Record<string, string>> = {
  ...{ "3.1": "3.1", "3.1.0": "3.1", "31": "3.1" },
  ...{ "3.1.1": "3.1.1", "311": "3.1.1" },
  ...{ "5": "5", "5.0": "5", "5.0.0": "5", "50": "5" },
};
/** Versions for some, levels of a CONNECT or slips of the pen for others. */
const UNCLEAR = new Set(["3", "4", "3.11", "31.1"]);

/** What a CONNECT calls them (MQTT-3.1.2-2): it may be said beside the version, and not instead of it. */
const LEVELS: Readonly<Record<string, string>> = { 3: "3.1", 4: "3.1.1", 5: "5" };
const LEVEL =
  /\b(?:niveau|level)(?: (?:de|du|of)(?: la| the)?)?(?: proto[ck]oll?e?)? (\d)\b|\bprotocole? level (\d)\b/g;

const NEVER =
  /\bn'?existe (?:pas|jamais)\b|\bn'apparait (?:pas|jamais)\b|\b(?:n'est )?(?:pas|jamais) (?:utilise|possible|valide)e?s?\b|\bne peut (?:pas|jamais)(?: y)? (?:apparaitre|figurer|exister)\b|\b(?:is |are )?not (?:used|valid|possible|in use)\b|\bdo(?:es)?(?: not|n't) (?:exist|appear|occur)\b|\bcan(?:not| not|'t) (?:exist|appear|occur)\b|\bjamais\b|\bnever\b|\baucune?(?: version)?\b|\bno version\b|\bnone\b|\binexistante?\b|\binvalide?\b|\binutilisee?\b|\bimpossible\b|\bunused\b/g;
const NOTION = new Set("version versions protocole protocol".split(" "));
const MISTAKEN = new Set(
  "qos priorite priority port ping pings persistance persistence identifiant identifier".split(" "),
);
const HARMLESS = new Set(
  (
    "mqtt mqisdp ligne line log logs connect client clients valeur value correspond corresponds designe signifie means stands annonce annoncee announces announced " +
    "utilise utilisee used speaks parle norme standard code interne internal mosquitto s elle ca cela ce cette this n ne se y peut can apparait apparaitre figure figurer appears appear lors when connecte"
  ).split(" "),
);

const LABEL = /\bp ?(\d)\b(?: ?(?:=|:|→|est|is|c'est|correspond a|means|signifie|designe))*/g;

/** @param p the parameter that was asked for: what is said of another is left out */
export function readVersion(text: string, p: number): VersionReading {
  const marked = fold(text)
    .replace(LABEL, " @$1 ")
    .replace(NEVER, " @never ")
    .replace(LEVEL, (_, one?: string, other?: string) => ` @level${one ?? other ?? ""} `)
    .replace(/\b(?:mqtt ?)?v\.? ?(?=\d)|\bmqtt(?=\d)/g, " mqtt ")
    .replace(/\d+(?:,\d+)+/g, (number) => number.replaceAll(",", "."));
  const words = aboutOnly(p, marked.match(/@never|@level\d|@\d|\d+(?:\.\d+)*|[a-z_]+/g) ?? []);
  const versions = new Set(numbersIn(words).map((number) => VERSIONS[number] ?? number));
  const levels = words.flatMap((word) => /^@level(\d)$/.exec(word)?.[1] ?? []);
  return {
    versions,
    unclear:
      numbersIn(words).some((number) => UNCLEAR.has(number)) ||
      levels.some((level) => !versions.has(LEVELS[level] ?? "")),
    never: words.includes("@never"),
    notion: words.some((word) => NOTION.has(word)),
    mistaken: words.some((word) => MISTAKEN.has(word)),
    loose: words.filter(isLoose),
  };
}

/** Numbers that stand for a version, and not for a QoS or a port. */
function numbersIn(words: readonly string[]): readonly string[] {
  return words.filter((word, i) => /^\d/.test(word) && !MISTAKEN.has(words[i - 1] ?? ""));
}

/** What stands before any `p1`, and what stands behind that of the question. */
function aboutOnly(p: number, words: readonly string[]): readonly string[] {
  let about = p;
  return words.filter((word) => {
    if (/^@\d$/.test(word)) about = Number(word.slice(1));
    return about === p && !/^@\d$/.test(word);
  });
}

function isLoose(word: string): boolean {
  if (/^@(?:never|level)/.test(word) || /^\d/.test(word)) return false;
  return ![SMALL_WORDS, NOTION, MISTAKEN, HARMLESS].some((words) => words.has(word));
}
