/** What is said about a student's evidence. */
import type { Text } from "../../../words/text";

export const WORDS = {
  expected: { en: "expected: ", fr: "attendu : " },
  found: { en: "; in the excerpt: ", fr: " ; dans l’extrait : " },
  noSuchLine: { en: "no such line", fr: "aucune ligne de ce genre" },
  looseAnswer: {
    en: "behind the PUBLISH stands an acknowledgement that answers no PUBLISH of the excerpt",
    fr: "le PUBLISH est suivi d’un acquittement qui ne répond à aucun PUBLISH de l’extrait",
  },
  acrossConnections: {
    en: "the exchange goes on in another connection of the client",
    fr: "l’échange se poursuit dans une autre connexion du client",
  },
  refused: { en: "the CONNACK refuses the client", fr: "le CONNACK refuse le client" },
  line: { en: "line ", fr: "ligne " },
  colon: { en: ": ", fr: " : " },
  odd: {
    form: {
      en: "no version of Mosquitto writes a line of that form",
      fr: "aucune version de Mosquitto n’écrit une ligne de cette forme",
    },
    direction: {
      en: "a broker never logs that packet in this direction",
      fr: "un broker n’écrit jamais ce paquet dans ce sens",
    },
    p: { en: "no version of Mosquitto prints that p", fr: "aucune version de Mosquitto n’affiche ce p" },
    level: {
      en: "the QoS and the packet identifier do not go together",
      fr: "la QoS et l’identifiant de paquet ne vont pas ensemble",
    },
    backwards: {
      en: "its time stamp is earlier than that of the line before",
      fr: "son horodatage est antérieur à celui de la ligne précédente",
    },
    order: {
      en: "the answer stands before what it answers",
      fr: "la réponse se trouve avant ce à quoi elle répond",
    },
    packetId: {
      en: "the packet identifier changes within the exchange, or lines between are missing",
      fr: "l’identifiant de paquet change au cours de l’échange, ou des lignes intermédiaires manquent",
    },
  },
} satisfies Record<string, Text | Record<string, Text>>;
