import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { UNDECIDED } from "./undecided";

export function judgeExcerpt(_answer: Answer, _question: QuestionOf<"excerpt">, _context: Context): Judged {
  return UNDECIDED;
}
