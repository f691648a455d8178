/** What a class is graded with: as plain data that can be handed to another thread, and ready to judge. */
import { openIndex } from "../../judge/answers/log-index";
import type { LogTable } from "../../judge/answers/log-index/table";
import { proseRubric } from "../../judge/answers/prose/rubric";
import type { SheetQuestion } from "../../judge/answers/question";
import type { Material } from "../../judge/answers/submission/graded";
import type { Truth } from "../../judge/answers/truth/fact";

export interface Ingredients {
  readonly questions: readonly SheetQuestion[];
  readonly truth: Truth;
  /** The broker's own log. */
  readonly log?: LogTable;
}

export function materialOf({ questions, truth, log }: Ingredients): Material {
  return { questions, truth, rubric: proseRubric(), ...(log === undefined ? {} : { log: openIndex(log) }) };
}
