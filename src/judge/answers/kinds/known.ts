/** The recorded truth of a question. */
import type { Text } from "../../../words/text";
import type { Context } from "../context";
import type { Judged } from "../mark";
import { factName, type Fact, type FactValue } from "../truth/fact";
import { forTeacher } from "./judged";

/** @returns nothing where no journal shows it: then nobody but the teacher can judge */
export function known(fact: Fact, { truth }: Context): FactValue | undefined {
  const name = factName(fact);
  return Object.hasOwn(truth.facts, name) ? truth.facts[name] : undefined;
}

export function unknownTruth(fact: Fact, { truth: { broker } }: Context): Judged {
  const name = factName(fact);
  const why: Text = {
    en: `nothing is recorded of “${name}” for ${broker}`,
    fr: `rien n’est enregistré de « ${name} » pour ${broker}`,
  };
  return forTeacher("no-truth", { reasons: [why] });
}
