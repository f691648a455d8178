/** The questions that a class is asked: the project's own, changed by the teacher's file where there is one. */
import type { SheetQuestion } from "../question";
import { applied } from "./changes";
import { ownQuestions } from "./own";
import { changesIn, type Known } from "./teacher";

/** The teacher's file, named as it is to be called in a complaint. */
export interface QuestionFile {
  readonly name: string;
  readonly source: string;
}

/**
 * @param own the teacher's file
 * @param known rubrics and facts that there are; without them, names of these are taken as they stand
 * @returns in the order of the sheet, ids all different
 * @throws QuestionsError for the first thing in the teacher's file that cannot be taken
 */
export function sheetQuestions(own?: QuestionFile, known: Known = {}): readonly SheetQuestion[] {
  const questions = ownQuestions();
  return own === undefined ? questions : applied(changesIn(own, questions, known), questions);
}

/** Ids of the project's own questions, whatever a teacher asks. */
export function questionIds(): readonly string[] {
  return ownQuestions().map(({ id }) => id);
}

/** Rubrics of `fixtures/questions/` that questions are judged by. */
export function rubricsOf(questions: readonly SheetQuestion[]): readonly string[] {
  const names = questions.flatMap((question) =>
    question.kind === "prose" && typeof question.rubric === "string" ? [question.rubric] : [],
  );
  return [...new Set(names)];
}
