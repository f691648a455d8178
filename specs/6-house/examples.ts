/**
 * Small cases of topic matching, written out by hand from clause 4.7: what a filter receives and what it must not. `~`
 * stands for the levels that keep runs apart. Topics are disjoint between examples, so that one client can hold all
 * filters without overlap.
 */
import type { Text } from "../../src/words/text";

export interface Example {
  readonly filter: string;
  readonly receives: readonly string[];
  readonly misses: readonly string[];
}

export interface Lesson {
  /** Id of its claim. */
  readonly id: string;
  readonly title: Text;
  readonly hint: Text;
  readonly clauses: readonly string[];
  readonly examples: readonly Example[];
}

/** Longer than the fields that programs like to set aside for a name. */
const LONG = Array.from({ length: 50 }, (_, i) => `long-${i}`).join("-");

export const LESSONS: readonly Lesson[] = [
  {
    id: "plus-one-level",
    title: { en: "+ stands for exactly one level", fr: "+ remplace exactement un niveau" },
    hint: {
      en: "Write filter and topic one below the other, level by level: what stands at the place of +?",
      fr: "Écrivez le filtre et le topic l’un sous l’autre, niveau par niveau : qu’y a-t-il à la place du + ?",
    },
    clauses: ["MQTT-4.7.1-3", "MQTT-3.3.2-3"],
    examples: [
      {
        filter: "~/plus/+/etat",
        receives: ["~/plus/salon/etat", "~/plus/cuisine/etat"],
        misses: ["~/plus/etat", "~/plus/salon/prise/etat", "~/plus/salon/etat/x"],
      },
      { filter: "~/end/+", receives: ["~/end/a"], misses: ["~/end", "~/end/a/b"] },
      { filter: "~/two/+/+", receives: ["~/two/a/b"], misses: ["~/two/a", "~/two/a/b/c"] },
    ],
  },
  {
    id: "plus-empty-level",
    title: { en: "+ also stands for an empty level", fr: "+ remplace aussi un niveau vide" },
    hint: {
      en: "How many levels has a topic that begins or ends with a slash, or has two in a row?",
      fr: "Combien de niveaux a un topic qui commence ou finit par une barre oblique, ou qui en a deux de suite ?",
    },
    clauses: ["MQTT-4.7.1-3", "MQTT-3.3.2-3"],
    examples: [
      { filter: "~/empty/+/b", receives: ["~/empty//b"], misses: ["~/empty/b"] },
      { filter: "~/tail/+", receives: ["~/tail/"], misses: ["~/tail", "~/tail//"] },
      { filter: "+/~/lead", receives: ["/~/lead"], misses: ["~/lead"] },
    ],
  },
  {
    id: "slash-counts",
    title: {
      en: "a slash at the beginning or at the end makes another topic",
      fr: "une barre oblique au début ou à la fin donne un autre topic",
    },
    hint: {
      en: "Is an empty level the same as no level?",
      fr: "Un niveau vide et l’absence de niveau, est-ce la même chose ?",
    },
    clauses: ["MQTT-4.7.3-4"],
    examples: [{ filter: "/~/slash", receives: ["/~/slash"], misses: ["~/slash", "//~/slash", "/~/slash/"] }],
  },
  {
    id: "hash-any-depth",
    title: {
      en: "# stands for any number of levels, and for whole levels only",
      fr: "# remplace un nombre quelconque de niveaux, et seulement des niveaux entiers",
    },
    hint: {
      en: "Where does a level end? Look for the slashes.",
      fr: "Où un niveau finit-il ? Cherchez les barres obliques.",
    },
    clauses: ["MQTT-4.7.1-2", "MQTT-3.3.2-3"],
    examples: [
      {
        filter: "~/deep/#",
        receives: ["~/deep/a", "~/deep/a/b/c", "~/deep/", "~/deep//x"],
        misses: ["~/deeper", "~/deeper/a", "~/dee"],
      },
    ],
  },
  {
    id: "hash-parent",
    title: {
      en: "# includes the level before it, + does not",
      fr: "# inclut le niveau qui le précède, + ne l’inclut pas",
    },
    hint: {
      en: "Publish on the topic that is left when “/#” is taken away from the filter.",
      fr: "Publiez sur le topic qui reste quand on retire « /# » du filtre.",
    },
    clauses: ["MQTT-4.7.1-2", "MQTT-3.3.2-3"],
    examples: [
      { filter: "~/parent/#", receives: ["~/parent"], misses: [] },
      { filter: "~/child/+/#", receives: ["~/child/a", "~/child/a/b"], misses: ["~/child"] },
    ],
  },
  {
    id: "characters-count",
    title: {
      en: "upper and lower case, spaces and accents count: nothing is normalised",
      fr: "majuscules, espaces et accents comptent : rien n’est normalisé",
    },
    hint: {
      en: "Are the two topics the same bytes?",
      fr: "Les deux topics sont-ils formés des mêmes octets ?",
    },
    clauses: ["MQTT-4.7.3-4"],
    examples: [
      { filter: "~/case/Salon", receives: ["~/case/Salon"], misses: ["~/case/salon", "~/case/SALON"] },
      {
        filter: "~/space/salle de bain",
        receives: ["~/space/salle de bain"],
        misses: [
          "~/space/salledebain",
          "~/space/salle  de bain",
          "~/space/salle de bain ",
          "~/space/ salle de bain",
        ],
      },
      // The same letter as one character, and as e with a combining accent.
      {
        filter: "~/accent/\u00e9t\u00e9",
        receives: ["~/accent/\u00e9t\u00e9"],
        misses: ["~/accent/e\u0301te\u0301", "~/accent/\u00c9T\u00c9"],
      },
      { filter: `~/${LONG}`, receives: [`~/${LONG}`], misses: [`~/${LONG.slice(1)}`, `~/${LONG}-`] },
    ],
  },
];

/** The example's filter or topic as it goes over the wire. */
export function placed(text: string, root: string): string {
  return text.replace("~", root);
}
