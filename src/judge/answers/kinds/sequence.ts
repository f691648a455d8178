import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { UNDECIDED } from "./undecided";

export function judgeSequence(_answer: Answer, _question: QuestionOf<"sequence">, _context: Context): Judged {
  return UNDECIDED;
}
