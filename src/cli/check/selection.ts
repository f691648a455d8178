/** Which questions are checked, and for which a hint is asked. */
import type { SheetQuestion } from "../../judge/answers/question";
import type { Ladder } from "../../report/check/checked";
import { byDistance } from "../../words/nearest";
import { select } from "../select";
import { userError } from "../user-error";

/**
 * @param only beginnings of ids; none at all selects everything
 * @throws UserError when one of them begins no id
 */
export function selected(
  questions: readonly SheetQuestion[],
  only: readonly string[],
): readonly SheetQuestion[] {
  return select(questions, only, ({ check }, prefixes, near) => check.nothingSelected(prefixes, near));
}

/** @throws UserError when a hint is asked for a question that there is not */
export function asked(ladder: Ladder, questions: readonly SheetQuestion[]): Ladder {
  const ids = questions.map(({ id }) => id);
  const unknown = [...ladder.asked].find((id) => !ids.includes(id));
  if (unknown === undefined) return ladder;
  throw userError(({ check }) => check.unknownQuestion(unknown, byDistance(unknown, ids)[0] ?? ""));
}
