import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { QuestionOf } from "../question";
import { UNDECIDED } from "./undecided";

export function judgeChoice(_answer: Answer, _question: QuestionOf<"choice">, _context: Context): Judged {
  return UNDECIDED;
}
