/** The sheet's four subscriptions, and what each must receive of `fixtures/house.json`, written out by hand. */
import type { Text } from "../../src/words/text";

export interface Subscription {
  /** The client that subscribes, and the id of its claim. */
  readonly role: string;
  readonly filter: string;
  readonly title: Text;
  readonly hint: Text;
  readonly receives: (topic: string) => boolean;
}

const ROOMS = ["salon", "cuisine", "chambre_1", "chambre_2", "salle_de_bain"];
const temperatures = new Set(ROOMS.map((room) => `maison/${room}/temperature`));

export const SUBSCRIPTIONS: readonly Subscription[] = [
  {
    role: "one-sensor",
    filter: "maison/chambre_1/temperature",
    title: {
      en: "a filter without wildcards receives one topic and no other",
      fr: "un filtre sans joker reçoit un seul topic et aucun autre",
    },
    hint: {
      en: "Which of the house’s topics are the same as the filter, character by character?",
      fr: "Quels topics de la maison sont identiques au filtre, caractère par caractère ?",
    },
    receives: (topic) => topic === "maison/chambre_1/temperature",
  },
  {
    role: "one-room",
    filter: "maison/salon/#",
    title: {
      en: "“maison/salon/#” receives all of the living room, whatever the depth, and the room’s own topic",
      fr: "« maison/salon/# » reçoit tout le salon, à toute profondeur, ainsi que le topic du salon lui-même",
    },
    hint: {
      en: "How many levels does # stand for? Could it be none at all?",
      fr: "Combien de niveaux # peut-il remplacer ? Peut-il n’en remplacer aucun ?",
    },
    receives: (topic) => topic === "maison/salon" || topic.startsWith("maison/salon/"),
  },
  {
    role: "whole-house",
    filter: "maison/#",
    title: {
      en: "“maison/#” receives every topic of the house and nothing of the garden",
      fr: "« maison/# » reçoit tous les topics de la maison et rien du jardin",
    },
    hint: {
      en: "Which levels of a topic must be those of the filter, and which are free?",
      fr: "Quels niveaux du topic doivent être ceux du filtre, lesquels sont libres ?",
    },
    receives: (topic) => topic === "maison" || topic.startsWith("maison/"),
  },
  {
    role: "temperatures",
    filter: "maison/+/temperature",
    title: {
      en: "“maison/+/temperature” receives the temperature of each room, neither deeper nor higher ones",
      fr: "« maison/+/temperature » reçoit la température de chaque pièce, ni plus profond ni plus haut",
    },
    hint: {
      en: "How many levels does + stand for? Count those of the topics that you compare.",
      fr: "Combien de niveaux + remplace-t-il ? Comptez ceux des topics que vous comparez.",
    },
    receives: (topic) => temperatures.has(topic),
  },
];
