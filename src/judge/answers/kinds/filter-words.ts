/** A topic filter in an answer that is no command: alone, or with a few words beside it. */
import { fold } from "../prose/text/fold";
import { SMALL_WORDS } from "./small-words";

const BESIDE = new Set(
  "sub topic topics filtre filter filtres souscrire souscrit souscription subscribe subscription s abonner abonne on je j utilise use is est mqtt reponse answer".split(
    " ",
  ),
);
/** `-v`, left of a command. */
const SWITCH = /^-[a-z]$/;
const WRAPPED = /^[\s"'`«»“”‘’([]+|[\s"'`«»“”‘’)\].,;:!?]+$/g;

/** @returns the filter; nothing where there is none, several, or words that could say something else about it */
export function filterInWords(text: string): string | undefined {
  const words = text
    .split(/\s+/)
    .map((word) => word.replace(WRAPPED, ""))
    .filter((word) => word !== "" && word !== ":" && !SWITCH.test(word));
  if (words.length === 1) return words[0];
  const filters = words.filter((word) => /[/+#]/.test(word));
  const others = words
    .filter((word) => !/[/+#]/.test(word))
    .flatMap((word) => fold(word).match(/[a-z0-9]+/g) ?? []);
  const isAlone = others.every((word) => SMALL_WORDS.has(word) || BESIDE.has(word));
  return filters.length === 1 && isAlone ? filters[0] : undefined;
}
