/** Why an answer got its points, in words. */
import { join, type Text } from "../../../words/text";
import type { Mistake, Notion } from "./question";

export const REASONS = {
  empty: { en: "nothing is written", fr: "rien n'est écrit" },
  noAnswer: { en: "it states nothing of its own", fr: "la réponse n'énonce rien par elle-même" },
  heap: { en: "keywords without a sentence", fr: "des mots-clés sans phrase" },
  copied: { en: "it only repeats the question", fr: "la réponse ne fait que répéter la question" },
  elsewhere: {
    en: "it does not speak of what is asked",
    fr: "la réponse ne parle pas de ce qui est demandé",
  },
  almostPacket: {
    en: "it names a packet that MQTT does not have, perhaps by a slip",
    fr: "elle nomme un paquet qui n'existe pas dans MQTT, peut-être par étourderie",
  },
  contradictory: {
    en: "it says what is right and what is wrong about the same matter",
    fr: "elle dit à la fois juste et faux sur le même point",
  },
  beside: {
    en: "part of it speaks of what another question asks",
    fr: "elle parle en partie de ce que demande une autre question",
  },
  unread: {
    en: "much of it is worded in ways that no rule knows",
    fr: "elle est formulée en grande partie d'une façon qu'aucune règle ne connaît",
  },
  unknown: {
    en: "it speaks of the matter in a way that no rule knows",
    fr: "elle parle du sujet d'une façon qu'aucune règle ne connaît",
  },
  unlike: {
    en: "marked answers that are like it got other points than the rules give",
    fr: "des réponses notées qui lui ressemblent ont reçu d'autres points que ceux des règles",
  },
  likeness: {
    en: "marked answers that are like it got these points",
    fr: "des réponses notées qui lui ressemblent ont reçu ces points",
  },
} satisfies Record<string, Text>;

const COLON = { en: ": ", fr: " : " };
const SEMICOLON = { en: "; ", fr: " ; " };
const RIGHT = { en: "right", fr: "juste" };
const WRONG = { en: "wrong", fr: "faux" };

/** What was found, the right before the wrong. */
export function phraseList(notions: readonly Notion[], mistakes: readonly Mistake[]): Text {
  const parts = [
    [RIGHT, notions],
    [WRONG, mistakes],
  ] as const;
  const said = parts.filter(([, rules]) => rules.length > 0);
  return join(
    said.map(([word, rules]) =>
      join(
        [
          word,
          join(
            rules.map(({ says }) => says),
            SEMICOLON,
          ),
        ],
        COLON,
      ),
    ),
    ". ",
  );
}
