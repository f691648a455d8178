/** The truth of the run that was just played, and what it could not show. */
import type { SheetQuestion } from "../../../judge/answers/question";
import { factValue } from "../../../judge/answers/truth/derive";
import { TruthError } from "../../../judge/answers/truth/error";
import { factName, type Fact, type FactValue, type Truth } from "../../../judge/answers/truth/fact";
import type { JournalView } from "../../../judge/view";

export interface ShownTruth {
  readonly truth: Truth;
  /** Questions that are compared with what was recorded earlier, since this broker could not show it. */
  readonly recorded: readonly string[];
  /** Questions in which this broker did something else than was recorded. */
  readonly otherwise: readonly string[];
}

/** @param recorded what stands in where the run shows nothing */
export function shownTruth(
  view: JournalView,
  questions: readonly SheetQuestion[],
  recorded: Truth,
): ShownTruth {
  const seen = questions.flatMap((question) =>
    "truth" in question
      ? [{ id: question.id, name: factName(question.truth), value: shown(view, question.truth) }]
      : [],
  );
  const derived = seen.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  const ids = (chosen: (one: (typeof seen)[number]) => boolean) => seen.filter(chosen).map(({ id }) => id);
  return {
    truth: { ...recorded, facts: { ...recorded.facts, ...Object.fromEntries(derived) } },
    recorded: ids(({ value }) => value === undefined),
    otherwise: ids(({ name, value }) => value !== undefined && !isSame(value, recorded.facts[name])),
  };
}

function shown(view: JournalView, fact: Fact): FactValue | undefined {
  try {
    return factValue(view, fact);
  } catch (error) {
    if (error instanceof TruthError) return undefined;
    throw error;
  }
}

function isSame(a: FactValue, b: FactValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
