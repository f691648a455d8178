/** The topics that a client is given on its command line. */
import type { Text } from "../../../../words/text";
import { quoted } from "../judged";
import type { Program } from "./programs";
import type { Command, Word } from "./words";

export interface Arguments {
  readonly topics: readonly string[];
  /** Some of what matches is left out again (`-T`, `-U`). */
  readonly filtered: boolean;
}

/** What is wrong with a command: it does not do what it says, or nobody here knows what it does. */
export interface Trouble {
  readonly kind: "broken" | "unknown";
  readonly what: Text;
}

const LEFT_OUT = new Set(["-T", "--filter-out", "-U", "--unsubscribe"]);
const URLS = new Set(["-L", "--url"]);

export function argumentsOf({ words, commented }: Command, { syntax, next }: Program): Arguments | Trouble {
  const topics: string[] = [];
  let filtered = false;
  for (let at = next; at < words.length;) {
    const [name = "", ...inline] = syntax.inline
      ? (words[at]?.text ?? "").split("=")
      : [words[at]?.text ?? ""];
    const count = syntax.values.get(name);
    if (count === undefined) {
      if (!syntax.lenient) return unknownOption(words[at]);
      at++;
      continue;
    }
    const values =
      inline.length > 0
        ? [{ text: inline.join("="), opaque: words[at]?.opaque ?? false }]
        : words.slice(at + 1, at + 1 + count);
    if (values.length < count) return missing(name, commented);
    filtered ||= LEFT_OUT.has(name);
    if (syntax.topic.has(name)) {
      if (values.some(({ opaque }) => opaque)) return OPAQUE;
      topics.push(...values.map(({ text }) => topicIn(name, text)).filter((topic) => topic !== undefined));
    }
    at += 1 + (inline.length > 0 ? 0 : count);
  }
  return topics.length > 0 ? { topics, filtered } : noTopic(commented);
}

/** `mqtt://host:1883/a/b` has the topic `a/b`. */
function topicIn(option: string, value: string): string | undefined {
  return URLS.has(option) ? /^mqtts?:\/\/[^/]*\/(.+)$/.exec(value)?.[1] : value;
}

function unknownOption(word: Word | undefined): Trouble {
  const shown = quoted(word?.text ?? "");
  if (word?.opaque) return OPAQUE;
  return {
    kind: "unknown",
    what: {
      en: `${shown.en} is no option of this command`,
      fr: `${shown.fr} n’est pas une option de cette commande`,
    },
  };
}

function missing(option: string, commented: boolean): Trouble {
  if (commented) return COMMENT;
  const shown = quoted(option);
  return {
    kind: "broken",
    what: { en: `the value of ${shown.en} is missing`, fr: `il manque la valeur de ${shown.fr}` },
  };
}

function noTopic(commented: boolean): Trouble {
  return commented ? COMMENT : NO_TOPIC;
}

const COMMENT: Trouble = {
  kind: "broken",
  what: {
    en: "for a shell, a # at the beginning of a word begins a comment, unless it stands in quotes",
    fr: "pour un shell, un # au début d’un mot commence un commentaire, sauf entre guillemets",
  },
};
const NO_TOPIC: Trouble = {
  kind: "broken",
  what: { en: "the command names no topic", fr: "la commande n’indique aucun topic" },
};
const OPAQUE: Trouble = {
  kind: "broken",
  what: {
    en: "a shell puts something else in place of $, backticks or braces, which cannot be known here",
    fr: "un shell remplace $, les accents graves ou les accolades par autre chose, qu’on ne peut pas connaître ici",
  },
};
