/** The filters that an answer subscribes to, for whoever plays them on a broker. */
import type { Answer } from "../../answer";
import type { SheetQuestion } from "../../question";
import { commandFiltersOf } from "../commands";
import { filtersOf } from "../filter";

export function filtersIn(
  answer: Answer,
  { kind }: SheetQuestion,
  house: readonly string[],
): readonly string[] {
  if (kind === "filter") return filtersOf(answer, house);
  return kind === "commands" ? commandFiltersOf(answer, house) : [];
}
