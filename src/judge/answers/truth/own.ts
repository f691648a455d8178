/** The truth of a run of the teacher's own: the `journal.jsonl` that `tp-mqtt verify` wrote of the class's broker. */
import type { Entry } from "../../../evidence/journal/entry";
import type { SheetQuestion } from "../question";
import { deriveTruth } from "./derive";
import type { Fact, Truth } from "./fact";

/** @throws TruthError for the first fact that a question rests on and the journal does not show */
export function truthFrom(entries: readonly Entry[], questions: readonly SheetQuestion[]): Truth {
  return deriveTruth(entries, factsOf(questions));
}

function factsOf(questions: readonly SheetQuestion[]): readonly Fact[] {
  return questions.flatMap((question) => ("truth" in question ? [question.truth] : []));
}
