/** What is wrong with a teacher's file of questions, and where. Its `text` is what the user reads. */
import type { Text } from "../../../words/text";
import type { Position } from "../answer";

export class QuestionsError extends Error {
  readonly text: Text;

  constructor(file: string, { line, column }: Position, what: Text) {
    const at = `${file}:${line}:${column}: `;
    super(at + what.en);
    this.name = "QuestionsError";
    this.text = { en: at + what.en, fr: at + what.fr };
  }
}
