/** Answers in which nothing is stated: empty, the question again, a heap of keywords, a reference to a figure. */
import { isFunctionWord } from "./text/function-words";
import { fold } from "./text/fold";
import { means, type Token } from "./text/token";
import { wordsOf, type Word } from "./text/words";
import type { Question } from "./question";
import type { Text } from "../../../words/text";
import type { Reading } from "./text/read";

const REFERENCE =
  /^\W*(?:voir|cf\.?|see|as in|comme sur|comme dans|regarde[rz]?)\s+(?:the\s+|la\s+|le\s+)?(?:fig|image|schema|capture|screen|above|ci-)/;
const PLEA =
  /\b(?:s'?il (?:te|vous) plait|please (?:give|mark|accept|grade)|donnez[- ]moi|full (?:marks|points)|ignore (?:the|all|previous)|je (?:ne )?sais pas|i (?:do not|don't) know|aucune idee|no idea|idk|jsp|pas eu le temps|dunno)\b/;
/** With at least so many words, none of them holding the others together, there is no sentence. */
const HEAP = 5;

export function isEmpty({ words }: Reading): boolean {
  return !words.some(({ text }) => /[a-z0-9]/.test(text));
}

/** "see figure 2", "please give me the points", "I don't know" and nothing else to speak of. */
export function isNoAnswer(text: string, { words }: Reading): boolean {
  const folded = fold(text).trim();
  return REFERENCE.test(folded) || (PLEA.test(folded) && words.length < 25);
}

/** Words that ask, point and repeat, and add nothing to the question they come from. */
const EMPTY_WORDS = new Set(
  (
    "parametre parametres parameter parameters difference different differents differente differentes differ differs differing meaning signification " +
    "possible possibles value values valeur valeurs valoir prendre take deux two three trois un une one fonctionne fonctionnent works work sert servent used utilise utilises utilisee appele called " +
    "nomme named observe observes voit see seen seeing lors montre shows autre other main principale contexte context comportement behaviour behavior " +
    "important importants info infos information informations effet effect influence influences influent utile utiles useful certain certains same meme ligne lines line log logs " +
    "plus fiable reliable most fiables depends depend depends selon question reponse answer fonction"
  ).split(" "),
);

/** Everything it says stands in the question. */
export function isCopied({ words }: Reading, { asked }: Question): boolean {
  const said = contentOf(words);
  return said.length > 0 && said.every((word) => EMPTY_WORDS.has(word) || asked.has(rootOf(word)));
}

/** The roots of what a question says, in both languages. */
export function askedIn(wording: Text): ReadonlySet<string> {
  return new Set(contentOf(wordsOf(fold(`${wording.fr}\n${wording.en}`))).map(rootOf));
}

/** Inflection set aside, roughly: the question's "influe" is in "influence". */
export function rootOf(word: string): string {
  return word.length <= 4 ? word : word.slice(0, Math.max(4, word.length - 3));
}

function contentOf(words: readonly Word[]): string[] {
  return words.map(({ text }) => text).filter((word) => /[a-z0-9]/.test(word) && !isFunctionWord(word));
}

/** Keywords without a sentence, an order or a relation between them. */
export function isHeap({ words, tokens }: Reading): boolean {
  if (words.length < HEAP || words.some(({ text }) => /^[→←=✔✘%]$/.test(text))) return false;
  const small = words.filter(({ text }) => isFunctionWord(text)).length;
  const clauses = new Set(words.map(({ clause }) => clause)).size;
  const longest = words.length / Math.max(1, clauses);
  return small === 0 && longest >= HEAP && !tokens.some(isStatement);
}

function isStatement(token: Token): boolean {
  return token.polarity !== "said" || means(token, "VERB", "FILTER", "TOPICNAME");
}
