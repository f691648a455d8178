/** The truth that a recorded journal shows. What it does not show is an error: better no key than a wrong one. */
import type { Entry } from "../../../evidence/journal/entry";
import { phrase, type Text } from "../../../words/text";
import { Found, inconclusive, type Finding } from "../../finding";
import type { Scene } from "../../scene";
import { JournalView } from "../../view";
import { TruthError } from "./error";
import { factName, type Fact, type FactValue, type Truth } from "./fact";
import { HOUSE, houseTopics, receivedTopics } from "./house";
import { publicationPackets } from "./packets";
import { versionsOf } from "./versions";

/** @throws TruthError for the first fact that the journal does not show */
export function deriveTruth(entries: readonly Entry[], facts: readonly Fact[]): Truth {
  const view = new JournalView(entries);
  return {
    broker: view.broker.version ?? view.broker.software,
    facts: Object.fromEntries(facts.map((fact) => [factName(fact), factValue(view, fact)])),
    house: shown(`topics ${HOUSE}`, () => houseTopics(complete(view, HOUSE))),
  };
}

/** @throws TruthError where the journal does not show it */
export function factValue(view: JournalView, fact: Fact): FactValue {
  return shown(factName(fact), () => derived(view, fact));
}

function derived(view: JournalView, fact: Fact): FactValue {
  switch (fact.fact) {
    case "packets":
      return publicationPackets(complete(view, fact.exercise), fact.role);
    case "counts":
      return fact.of.map(({ exercise, role }) => publicationPackets(complete(view, exercise), role).length);
    case "topics":
      return receivedTopics(complete(view, fact.exercise), fact.role);
    case "version":
      return versionsOf(complete(view, fact.exercise), fact.p);
  }
}

/** The exercise's scene, if it was played to its end. */
function complete(view: JournalView, exercise: string): Scene {
  const scene = view.scene(exercise);
  if (scene.entries.length === 0) inconclusive(phrase`${exercise}${NOT_PLAYED}`);
  if (scene.stopped) inconclusive(phrase`${exercise}${STOPPED}`, scene.stopped);
  const ended = scene.entries.some((entry) => entry.source === "play" && entry.event === "ended");
  return ended ? scene : inconclusive(phrase`${exercise}${STOPPED}`);
}

/** What claims throw, in one sentence. */
function shown<T>(name: string, derive: () => T): T {
  try {
    return derive();
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    throw new TruthError(notShown(name, why(error.finding)));
  }
}

function why(finding: Finding): Text {
  if (finding.verdict === "inconclusive") return finding.reason;
  return finding.verdict === "fail" ? phrase`${finding.expected} ≠ ${finding.actual}` : phrase``;
}

function notShown(name: string, because: Text): Text {
  return {
    en: `The journal does not show “${name}”: ${because.en}.`,
    fr: `Le journal ne montre pas « ${name} » : ${because.fr}.`,
  };
}

const NOT_PLAYED: Text = { en: " was not played", fr: " n’a pas été joué" };
const STOPPED: Text = { en: " was not played to its end", fr: " n’a pas été joué jusqu’au bout" };
