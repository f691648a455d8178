/** What can be wrong with a file of questions, one sentence each. */
import type { Text } from "../../../words/text";
import { meant } from "../../../words/nearest";

/** What a value must be. */
export const WANTED = {
  text: { en: "a text that is not empty", fr: "un texte qui n’est pas vide" },
  points: {
    en: "a number greater than 0 with at most two decimals, such as 1.5",
    fr: "un nombre supérieur à 0 avec deux décimales au plus, par exemple 1.5",
  },
  number: { en: "a whole number", fr: "un nombre entier" },
  flag: { en: "true or false", fr: "true ou false" },
  list: {
    en: "a list, each entry after a dash or all of them in square brackets",
    fr: "une liste, chaque élément après un tiret ou tous entre crochets",
  },
  map: {
    en: "made of keys and values, one below the other",
    fr: "formé de clés et de valeurs, l’une sous l’autre",
  },
  score: {
    en: 'a pair such as [2, "A & B"]: points (0, 1 or 2) and a condition',
    fr: 'une paire telle que [2, "A & B"] : des points (0, 1 ou 2) et une condition',
  },
  id: {
    en: "a section and words, in lower case, such as 2.4-qos2-lost",
    fr: "une section et des mots, en minuscules, par exemple 2.4-qos2-perdu",
  },
} satisfies Record<string, Text>;

export function mustBe(key: string, wanted: Text): Text {
  return { en: `“${key}” must be ${wanted.en}`, fr: `« ${key} » doit être ${wanted.fr}` };
}

export function oneOf(key: string, value: string, choices: readonly string[]): Text {
  const list = choices.join(", ");
  return {
    en: `“${key}” is “${value}” and can be ${list}`,
    fr: `« ${key} » vaut « ${value} » ; les valeurs possibles sont ${list}`,
  };
}

export function unknownKey(key: string, keys: readonly string[]): Text {
  return {
    en: `there is no “${key}” here; ${guess(key, keys).en}`,
    fr: `« ${key} » n’existe pas ici ; ${guess(key, keys).fr}`,
  };
}

/** @param what is not known: “no question” */
export function unknownName(what: Text, name: string, names: readonly string[]): Text {
  return {
    en: `there is no ${what.en} “${name}”; ${guess(name, names).en}`,
    fr: `il n’y a pas de ${what.fr} « ${name} » ; ${guess(name, names).fr}`,
  };
}

export const QUESTION: Text = { en: "question", fr: "question" };
export const RUBRIC: Text = { en: "rubric", fr: "barème" };
export const FACT: Text = { en: "recorded fact", fr: "fait enregistré" };
export const NOTION: Text = { en: "notion", fr: "notion" };
export const CLAUSE: Text = { en: "statement of a standard", fr: "exigence d’une norme" };

function guess(typed: string, names: readonly string[]): Text {
  const near = meant(typed, names);
  if (near !== undefined) return { en: `did you mean “${near}”?`, fr: `vouliez-vous dire « ${near} » ?` };
  const list = names.length === 0 ? "–" : names.slice(0, 12).join(", ");
  return { en: `there is: ${list}`, fr: `il y a : ${list}` };
}

export function missing(key: string): Text {
  return { en: `“${key}” is missing here`, fr: `il manque « ${key} » ici` };
}

export function taken(id: string): Text {
  return {
    en: `there is a question “${id}” already; drop that one, or choose another id`,
    fr: `il y a déjà une question « ${id} » ; retirez-la avec drop, ou choisissez un autre identifiant`,
  };
}

export function unreadable(what: Text, piece: string, source: string): Text {
  return {
    en: `“${piece}” cannot be read in the ${what.en} “${source}”`,
    fr: `« ${piece} » est illisible dans ${what.fr} « ${source} »`,
  };
}

export const PATTERN: Text = { en: "pattern", fr: "le motif" };
export const CONDITION: Text = { en: "condition", fr: "la condition" };

export const TWICE: Text = {
  en: "this key stands here twice; keep one of them",
  fr: "cette clé figure deux fois ici ; gardez-en une",
};
export const NO_ALIAS: Text = {
  en: "anchors and aliases (& and *) are not read here; write it out, or put it in quotation marks",
  fr: "les ancres et les alias (& et *) ne sont pas lus ici ; écrivez le texte en entier, ou entre guillemets",
};
export const NOT_A_KEY: Text = {
  en: "a key must be a plain word here",
  fr: "une clé doit être un simple mot ici",
};
export const TOO_LONG: Text = {
  en: "the file is longer than 1 MB, too long for questions",
  fr: "le fichier dépasse 1 Mo, c’est trop pour des questions",
};
export const NOTHING_LEFT: Text = {
  en: "every question is dropped and none is added; leave at least one",
  fr: "toutes les questions sont retirées et aucune n’est ajoutée ; laissez-en au moins une",
};
