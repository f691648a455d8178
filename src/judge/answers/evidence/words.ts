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
} satisfies Record<string, Text>;
