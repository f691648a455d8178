/** Filters and topic names that the standard forbids. `~` stands for the levels that keep runs apart. */
import type { Deviation } from "../../src/judge/claim";
import type { Text } from "../../src/words/text";
import { innerPlus, nulTaken } from "./aedes-departures";

export interface Offence {
  /** The client that commits it: a connection each. */
  readonly role: string;
  readonly packet: "SUBSCRIBE" | "PUBLISH";
  /** The filter, or the topic name. */
  readonly text: string;
}

export interface Rule {
  /** Id of its claim. */
  readonly id: string;
  readonly title: Text;
  readonly hint: Text;
  readonly clauses: readonly string[];
  readonly offences: readonly Offence[];
  readonly deviations?: readonly Deviation[];
}

const subscribe = (role: string, text: string): Offence => ({ role, packet: "SUBSCRIBE", text });
const publish = (role: string, text: string): Offence => ({ role, packet: "PUBLISH", text });

export const RULES: readonly Rule[] = [
  {
    id: "hash-misplaced",
    title: {
      en: "a filter with # inside a level or before the end is refused",
      fr: "un filtre avec # au milieu d’un niveau ou avant la fin est refusé",
    },
    hint: { en: "Where may # stand in a filter?", fr: "À quel endroit d’un filtre # est-il permis ?" },
    clauses: ["MQTT-4.7.1-2", "MQTT-4.8.0-1"],
    offences: [
      subscribe("glued-hash", "~/a#"),
      subscribe("inner-hash", "~/a/#/b"),
      subscribe("first-hash", "#/~"),
    ],
  },
  {
    id: "plus-misplaced",
    title: {
      en: "a filter with + as a part of a level is refused",
      fr: "un filtre où + n’est qu’une partie d’un niveau est refusé",
    },
    hint: { en: "How much of a level must + fill?", fr: "Quelle part d’un niveau + doit-il occuper ?" },
    clauses: ["MQTT-4.7.1-3", "MQTT-4.8.0-1"],
    offences: [subscribe("glued-plus", "~/a+"), subscribe("inner-plus", "~/a/+b")],
    deviations: [innerPlus],
  },
  {
    id: "empty-filter",
    title: { en: "an empty filter is refused", fr: "un filtre vide est refusé" },
    hint: {
      en: "How many characters must a filter have at least?",
      fr: "Combien de caractères un filtre doit-il avoir au minimum ?",
    },
    clauses: ["MQTT-4.7.3-1", "MQTT-4.8.0-1"],
    offences: [subscribe("no-filter", "")],
  },
  {
    id: "nul-in-filter",
    title: {
      en: "a filter with the character U+0000 is refused",
      fr: "un filtre avec le caractère U+0000 est refusé",
    },
    hint: {
      en: "Which one character is forbidden in topics?",
      fr: "Quel caractère est interdit dans les topics ?",
    },
    clauses: ["MQTT-4.7.3-2", "MQTT-1.5.3-2"],
    offences: [subscribe("nul-filter", "~/a\0b")],
    deviations: [nulTaken],
  },
  {
    id: "wildcard-in-name",
    title: {
      en: "a PUBLISH to a topic name with a wildcard is refused",
      fr: "un PUBLISH vers un nom de topic avec un joker est refusé",
    },
    hint: {
      en: "Can one publish to several topics at once?",
      fr: "Peut-on publier sur plusieurs topics à la fois ?",
    },
    clauses: ["MQTT-3.3.2-2", "MQTT-4.7.1-1"],
    offences: [publish("name-hash", "~/a/#"), publish("name-plus", "~/a/+")],
  },
  {
    id: "empty-name",
    title: { en: "a PUBLISH without a topic name is refused", fr: "un PUBLISH sans nom de topic est refusé" },
    hint: {
      en: "How many characters must a topic name have at least?",
      fr: "Combien de caractères un nom de topic doit-il avoir au minimum ?",
    },
    clauses: ["MQTT-4.7.3-1"],
    offences: [publish("no-name", "")],
  },
  {
    id: "nul-in-name",
    title: {
      en: "a PUBLISH to a topic name with the character U+0000 is refused",
      fr: "un PUBLISH vers un nom de topic avec le caractère U+0000 est refusé",
    },
    hint: {
      en: "Which one character must a topic name not contain?",
      fr: "Quel caractère un nom de topic ne doit-il pas contenir ?",
    },
    clauses: ["MQTT-4.7.3-2", "MQTT-1.5.3-2"],
    offences: [publish("nul-name", "~/a\0b")],
    deviations: [nulTaken],
  },
];

export const OFFENCES: readonly Offence[] = RULES.flatMap((rule) => rule.offences);

/** Does the same as the offenders, in a way that the standard allows. */
export const CONTROL = "valid";
/** Receives everything of the exercise that was published. */
export const WITNESS = "witness";
/** Publishes what a loose reading of the refused filters would match. */
export const BAIT = "bait";
export const BAITS: readonly string[] = ["~/a", "~/ab", "~/a/b", "~/a/xb", "~/a/x/b"];
