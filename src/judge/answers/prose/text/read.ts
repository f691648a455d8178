/** Reads an answer: from its characters to what it says about what. */
import { withAgents } from "./agents";
import { isFunctionWord, languageOf } from "./function-words";
import { withLevels, type Markers } from "./levels";
import type { Found, Lexicon } from "./lexicon";
import { withPolarity } from "./negation";
import { nearProtocol, PROTOCOL } from "./protocol";
import { remembered } from "./remembered";
import { withoutRetractions } from "./retraction";
import { withSenders } from "./senders";
import type { Token } from "./token";
import type { Word } from "./words";
import { wordsIn } from "./words-in";

export interface Reading {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  /** Words that look like a packet's name and are none. */
  readonly almostPackets: readonly string[];
}

export interface Values {
  readonly markers: Markers;
  readonly initial?: number;
}

export function read(text: string, lexicon: Lexicon, values?: Values): Reading {
  const words = wordsIn(text);
  const tokens = withPolarity(withAgents(withSenders(withoutRetractions(recognised(words, lexicon)))));
  return {
    words,
    tokens: values === undefined ? tokens : withLevels(tokens, values.markers, values.initial),
    almostPackets: words.map(({ text: word }) => word).filter(nearProtocol),
  };
}

/** Words of one language that mean something else, or nothing, in the other. */
const HOMOGRAPHS: Readonly<Record<string, "fr" | "en" | undefined>> = {
  on: "en",
  but: "en",
  or: "en",
  live: "en",
  point: "fr",
  plus: "fr",
};

function recognised(words: readonly Word[], lexicon: Lexicon): Token[] {
  const texts = words.map(({ text }) => text);
  const lang = languageOf(texts);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    const small = isFunctionWord(word.text);
    const found = lexicon.at(texts, at);
    // A small word is never a misspelt long one.
    const isOther = lang !== undefined && (HOMOGRAPHS[word.text] ?? lang) !== lang;
    const isNone = isOther || (small && found?.misspelt) || isArticle(words, at, found);
    const taken = isNone ? undefined : found;
    const length = taken?.length ?? 1;
    const text = length === 1 ? word.text : texts.slice(at, at + length).join(" ");
    const concepts = conceptsOf(taken, word.text);
    const hasContent = concepts.size > 0 || (!small && /[a-z0-9]/.test(text));
    const { sentence, clause, leads, mark } = word;
    tokens.push({ text, sentence, clause, leads, mark, concepts, hasContent, polarity: "said" });
    at += length;
  }
  return tokens;
}

const NO_CONCEPTS: ReadonlySet<string> = new Set();

function conceptsOf(found: Found | undefined, word: string): ReadonlySet<string> {
  const own = written(word);
  if (found === undefined && own.length === 0) return NO_CONCEPTS;
  const concepts = new Set(found?.concepts);
  for (const concept of own) concepts.add(concept);
  return concepts;
}

/** "n'est pas là", but "ne garde pas la session": without its accent the article looks the same. */
function isArticle(words: readonly Word[], at: number, found: Found | undefined): boolean {
  const [no, the, noun] = words.slice(at, at + 3);
  if (found?.length !== 2 || the?.text !== "la" || !/^(?:pas|plus)$/.test(no?.text ?? "")) return false;
  return noun !== undefined && noun.clause === the.clause && !isFunctionWord(noun.text);
}

const SIGNS: Readonly<Record<string, string>> = {
  "✔": "RIGHT",
  "✘": "WRONG",
  "#": "HASHSIGN",
  "+": "PLUSSIGN",
  "→": "ARROW",
  "←": "ARROW",
};

/** Concepts that follow from how a word is written: packets, flags with their value, topics and filters. */
const written = remembered((word): readonly string[] => {
  if (
    /^(?:publish|puback|pubrec|pubrel|pubcomp|connect|connack|pingreq|pingresp|subscribe|suback|disconnect)$/.test(
      word,
    )
  )
    return ["PACKET", word.toUpperCase()];
  const sign = SIGNS[word];
  if (sign !== undefined) return [sign];
  if (word === "qos") return ["QOS", "QSIGN"];
  if (PROTOCOL.has(word)) return [word.toUpperCase()];
  const letter = word.slice(0, 1).toUpperCase();
  if (/^[dmqr]$/.test(word)) return [`${letter}FLAG`, `${letter}SIGN`];
  if (/^qos[012]$/.test(word)) return [word.replace("os", "").toUpperCase(), "QFLAG", "QOS"];
  if (/^[cdkmpqr](?:\d+|x)$/.test(word)) return [word.toUpperCase(), `${letter}FLAG`, `${letter}SIGN`];
  if (/\//.test(word))
    return /[+#]/.test(word)
      ? [
          "FILTER",
          ...(word.includes("+") ? ["PLUSFILTER"] : ["HASHFILTER"]),
          // Where no filter may have it.
          ...(word.includes("#/") ? ["HASHINSIDE"] : []),
        ]
      : ["TOPICNAME"];
  if (/^\d+(?:\.\d+)*$/.test(word)) return ["NUMBER", `N${word}`];
  return [];
});
