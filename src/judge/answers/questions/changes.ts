/** What a teacher changes about the project's questions. */
import type { SheetQuestion } from "../question";
import type { Placed } from "./entry";
import { bySection } from "./section";

export interface Changes {
  /** Ids that are not asked. */
  readonly drop: ReadonlySet<string>;
  /** Other points than the project's, by id. */
  readonly points: ReadonlyMap<string, number>;
  readonly add: readonly Placed[];
}

/** @returns the questions as they are asked then, in the order of the sheet */
export function applied(
  { drop, points, add }: Changes,
  questions: readonly SheetQuestion[],
): SheetQuestion[] {
  const asked = questions.filter(({ id }) => !drop.has(id));
  for (const { question, after } of add) asked.splice(placeOf(question, after, asked), 0, question);
  return asked.map((question) => ({ ...question, points: points.get(question.id) ?? question.points }));
}

/** After the one that is named, else at the end of its section. */
function placeOf(
  { section }: SheetQuestion,
  after: string | undefined,
  asked: readonly SheetQuestion[],
): number {
  if (after !== undefined) return asked.findIndex(({ id }) => id === after) + 1;
  return asked.findLastIndex((other) => bySection(other.section, section) <= 0) + 1;
}
