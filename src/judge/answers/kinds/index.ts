/** How each kind of answer is judged: pure functions; a kind without its judge does not compile. */
import type { Answer } from "../answer";
import type { Context } from "../context";
import type { Judged } from "../mark";
import type { Kind, QuestionOf, SheetQuestion } from "../question";
import { judgeChoice } from "./choice";
import { judgeCommands } from "./commands";
import { judgeExcerpt } from "./excerpt";
import { judgeFilter } from "./filter";
import { judgeProse } from "./prose";
import { judgeSequence } from "./sequence";
import { judgeValue } from "./value";

type Judge<K extends Kind> = (answer: Answer, question: QuestionOf<K>, context: Context) => Judged;

const JUDGES: { readonly [K in Kind]: Judge<K> } = {
  prose: judgeProse,
  sequence: judgeSequence,
  value: judgeValue,
  choice: judgeChoice,
  filter: judgeFilter,
  commands: judgeCommands,
  excerpt: judgeExcerpt,
};

export function judgeAnswer(answer: Answer, question: SheetQuestion, context: Context): Judged {
  const judge = JUDGES[question.kind] as Judge<Kind>;
  return judge(answer, question, context);
}
