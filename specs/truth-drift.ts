/**
 * The facts that answers are held against, derived again from the run that was just played: the key that is kept in
 * `fixtures/truth/` and what a broker does cannot drift apart.
 */
import { deriveTruth, factValue } from "../src/judge/answers/truth/derive";
import { factName, type Fact, type Truth } from "../src/judge/answers/truth/fact";
import { familyOf } from "../src/judge/answers/truth/family";
import { HOUSE } from "../src/judge/answers/truth/house";
import { exercisesOf, KEPT_FACTS } from "../src/judge/answers/truth/kept-facts";
import { keptVersions, truthOf } from "../src/judge/answers/truth/load";
import { JournalView } from "../src/judge/view";
import { journal } from "./support/lab";

const HOUSE_TOPICS: Fact = { fact: "topics", exercise: HOUSE, role: "whole-house" };

/** To be called by a spec file: a test a fact. */
export function comparesTruth(): void {
  const view = new JournalView(journal() ?? []);
  const kept = keptFor(view);
  describe(`the key is what this broker does (kept of ${kept?.broker ?? "no such broker"})`, () => {
    for (const fact of KEPT_FACTS) {
      const name = factName(fact);
      testOf(name, kept, whyNot(view, fact), ({ facts }) => {
        expect(factValue(view, fact)).toEqual(facts[name]);
      });
    }
    testOf("topics of the house", kept, whyNot(view, HOUSE_TOPICS), ({ house }) => {
      expect(deriveTruth(view.entries, []).house).toEqual(house);
    });
  });
}

/** That of the broker's family. What Aedes makes of a publication and of a filter depends on no version of Mosquitto. */
function keptFor({ broker: { version, software } }: JournalView): Truth | undefined {
  if (software === "aedes") return truthOf();
  if (version === undefined) return undefined;
  const isKept = keptVersions().some((kept) => familyOf(kept) === familyOf(version));
  return isKept ? truthOf(version) : undefined;
}

/** Why this run has nothing to say about it. */
function whyNot(view: JournalView, fact: Fact): string | undefined {
  const isNotPlayed = [...exercisesOf([fact])].some((id) => view.scene(id).entries.length === 0);
  if (isNotPlayed) return "TP_ONLY, or a need was missing";
  if (fact.fact === "version" && !view.broker.capabilities.has("log")) return "no log of the broker’s own";
  return undefined;
}

function testOf(
  name: string,
  kept: Truth | undefined,
  why: string | undefined,
  compare: (truth: Truth) => void,
): void {
  if (kept === undefined) test.skip(`${name} (nothing is kept of such a broker)`, () => undefined);
  else if (why !== undefined) test.skip(`${name} (${why})`, () => undefined);
  else
    test(name, () => {
      compare(kept);
    });
}
