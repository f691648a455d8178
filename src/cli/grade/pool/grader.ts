/** Grades where it is called: in a thread of the pool, or here when there is little to do. */
import { gradeSheet } from "../../../judge/answers/submission/graded";
import { materialOf, type Ingredients } from "../material";
import type { Grader } from "./task";

export function grader(ingredients: Ingredients): Grader {
  const material = materialOf(ingredients);
  return (sheets) => sheets.map(({ source, name }) => JSON.stringify(gradeSheet(source, name, material)));
}
