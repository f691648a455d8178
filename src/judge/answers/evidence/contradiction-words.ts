/** How it is said that an answer and the excerpt beside it do not go together. */
import { phrase, type Text } from "../../../words/text";
import type { Mentions } from "./mentions";

export function otherLevel(level: number): Text {
  return {
    en: `your answer is about QoS ${level}, and the excerpt shows an exchange at another level`,
    fr: `votre réponse parle de QoS ${level}, l’extrait montre un échange d’un autre niveau`,
  };
}

export const OTHER_EXCHANGE: Text = {
  en: "your answer and the excerpt do not show the same exchange",
  fr: "votre réponse et l’extrait ne montrent pas le même échange",
};

const NAMES: Readonly<Record<keyof Mentions, Text>> = {
  clients: { en: "a client", fr: "un client" },
  topics: { en: "a topic", fr: "un topic" },
  packetIds: { en: "a packet identifier", fr: "un identifiant de paquet" },
};

export function otherName(kind: keyof Mentions): Text {
  const [before, behind] = [
    { en: "your answer names ", fr: "votre réponse nomme " },
    { en: " that the excerpt does not show", fr: " que l’extrait ne montre pas" },
  ];
  return phrase`${before}${NAMES[kind]}${behind}`;
}
