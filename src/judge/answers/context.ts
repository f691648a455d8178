/** What answers are judged with besides the question: the same for a whole class but for the student. */
import type { LogIndex } from "./log-index";
import type { Rubric } from "./prose/rubric";
import type { Student } from "./answer";
import type { Truth } from "./truth/fact";

export interface Context {
  readonly rubric: Rubric;
  readonly truth: Truth;
  readonly student: Student;
  /** The broker's own log, where it was given: excerpts are looked for in it. */
  readonly log?: LogIndex;
}
