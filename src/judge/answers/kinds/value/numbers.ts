/** Numbers of an answer, each with the level of QoS that it is given for, where the answer says so. */
import { PACKET_TYPES } from "../../../../evidence/wire/mqtt/packet";
import { fold } from "../../prose/text/fold";
import { listReader } from "../list-marks";
import { NEGATIONS, SMALL_WORDS } from "../small-words";

export interface Counted {
  readonly number: number;
  /** `2` of `QoS 2 : 4` */
  readonly label?: number;
}

export interface NumberReading {
  readonly counted: readonly Counted[];
  /** Words that are not accounted for. */
  readonly loose: readonly string[];
  /** Labels and numbers do not go by pairs. */
  readonly unpaired: boolean;
}

const WORDS: Readonly<Record<string, number>> = {
  ...{ zero: 0, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8 },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, seven: 7, eight: 8 },
};
const PACKETS: ReadonlySet<string> = new Set(Object.values(PACKET_TYPES).map((type) => type.toLowerCase()));

const LABEL = /\b(?:qos|niveau|level) ?(?:de |of )?(?:qos ?)?(\d{1,2})\b|\bq(\d)\b/g;
/** `0 → 1` */
const MAPPING = /\b(\d{1,2}) ?[→:=] ?(?=\d)/g;

/** @param expected how many are asked for */
export function readNumbers(text: string, expected: number): NumberReading {
  const folded = fold(text.split(/\r?\n/).map(listReader()).join("\n")).replace(/[^\S\n]+/g, " ");
  const labelled = folded.replace(LABEL, (_, one?: string, other?: string) => ` @${one ?? other ?? ""} `);
  const isMapping = labelled === folded && (folded.match(MAPPING) ?? []).length === expected;
  const marked = isMapping ? folded.replace(MAPPING, " @$1 ") : labelled;
  const words = marked.match(/@\d+|\d+(?:\.\d+)+|\d+|[a-z_]+/g) ?? [];
  const kinds = words.map((word) => ({ word, kind: kindOf(word) }));
  const values = kinds.filter(({ kind }) => kind === "label" || kind === "number");
  return {
    loose: kinds.filter(({ kind }) => kind === "loose").map(({ word }) => word),
    ...paired(values),
  };
}

type WordKind = "label" | "number" | "small" | "loose";

function kindOf(word: string): WordKind {
  if (word.startsWith("@")) return "label";
  if (/^\d{1,9}$/.test(word) || Object.hasOwn(WORDS, word)) return "number";
  if (NEGATIONS.has(word)) return "loose";
  return SMALL_WORDS.has(word) || PACKETS.has(word) || word === "qos" ? "small" : "loose";
}

function paired(values: readonly { word: string; kind: WordKind }[]): Omit<NumberReading, "loose"> {
  const numbers = values
    .filter(({ kind }) => kind === "number")
    .map(({ word }) => WORDS[word] ?? Number(word));
  const labels = values.filter(({ kind }) => kind === "label").map(({ word }) => Number(word.slice(1)));
  if (labels.length === 0) return { counted: numbers.map((number) => ({ number })), unpaired: false };
  const alternate = values.every(({ kind }, i) => kind !== values[i - 1]?.kind);
  const isUnique = new Set(labels).size === labels.length;
  const unpaired = !alternate || !isUnique || labels.length !== numbers.length;
  return { counted: numbers.map((number, i) => ({ number, label: labels[i] ?? 0 })), unpaired };
}
