/** When two answers are the same, so that what the teacher decided on one holds for the other. */
import type { WrittenPart } from "../submission/written";
import type { SheetQuestion } from "../question";

/** What was written, by place. */
export type Written = Readonly<Partial<Record<WrittenPart["place"], string>>>;

/**
 * Two answers with the same key are the same. Sentences are compared without regard to capitals, accents, kinds of
 * quotation marks and dashes, and space; everything else, where a capital makes another topic, but for space. Nothing is
 * left out: what one judge overlooks the teacher may not.
 */
export function keyOf({ id, kind }: SheetQuestion, written: Written): string {
  const fold = kind === "prose" ? folded : spaced;
  const { answer = "", excerpt = "", commands = "" } = written;
  return JSON.stringify([id, fold(answer), spaced(excerpt), spaced(commands)]);
}

/** @returns by place */
export function byPlace(parts: readonly WrittenPart[]): Written {
  return Object.fromEntries(parts.map(({ place, text }) => [place, text]));
}

function folded(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const typed = plain
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[«»“”„]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-");
  return spaced(typed)
    .replace(/ ?" ?/g, '"')
    .replace(/ ([;:!?])/g, "$1")
    .replace(/[ .]+$/, "");
}

/** A file in UTF-8 keeps no half of a surrogate pair. */
function spaced(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();
}
