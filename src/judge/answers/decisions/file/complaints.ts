/** What can be wrong with a decision that the teacher filled in or wrote, one sentence each. */
import type { Text } from "../../../../words/text";
import type { Position } from "../../answer";

/** A decision that cannot be taken as it stands, and is left out. */
export class Refusal extends Error {
  constructor(
    readonly at: Position,
    readonly what: Text,
  ) {
    super(what.en);
    this.name = "Refusal";
  }
}

const LEFT_OUT: Text = { en: "; this decision is left out.", fr: " ; cette décision est ignorée." };

function leftOut({ en, fr }: Text): Text {
  return { en: en + LEFT_OUT.en, fr: fr + LEFT_OUT.fr };
}

export const NOT = {
  yaml: leftOut({
    en: "from here on this is not YAML: a quotation mark without its end, or a line that begins too far to the left or right",
    fr: "à partir d'ici, ce n'est pas du YAML : un guillemet non refermé, ou une ligne trop à gauche ou trop à droite",
  }),
  decision: leftOut({
    en: "a decision has the form “- question: …”, “answer: …”, “points: …”",
    fr: "une décision a la forme « - question: … », « answer: … », « points: … »",
  }),
  text: (key: string) => leftOut({ en: `“${key}” must be a text`, fr: `« ${key} » doit être un texte` }),
  key: (key: string, known: string) =>
    leftOut({
      en: `a decision has no “${key}”; it can have ${known}`,
      fr: `une décision n'a pas de « ${key} » ; elle peut avoir ${known}`,
    }),
  question: (id: string) =>
    leftOut({ en: `there is no question “${id}”`, fr: `il n'y a pas de question « ${id} »` }),
  answered: leftOut({
    en: "the answer that this decision is about is missing",
    fr: "il manque la réponse que cette décision concerne",
  }),
  points: (written: string, max: number) =>
    leftOut({
      en: `“points” must be a number from 0 to ${max}, and is “${written}”`,
      fr: `« points » doit être un nombre de 0 à ${max}, et vaut « ${written} »`,
    }),
  twice: leftOut({
    en: "an earlier decision gives the same answer other points",
    fr: "une décision précédente donne d'autres points à la même réponse",
  }),
  list: {
    en: "the decisions must stand below “decisions:”, each beginning with “- question: …”; none of them was read.",
    fr: "les décisions doivent figurer sous « decisions: », chacune commençant par « - question: … » ; aucune n'a été lue.",
  },
} as const;
