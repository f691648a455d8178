/** What the teacher has to read, question by question. */
import { inLang, type Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { writtenPart } from "../html/answer";
import { markup, NOTHING, type Markup } from "../html/markup";
import type { WaitingAnswer, WaitingQuestion } from "../waiting";
import { studentLink } from "./links";

/** How much of an answer is shown here; its student's page has more. */
const [LONGEST, LINES] = [700, 12];
/** Who wrote the same, until it is only counted. */
const NAMED = 12;

export function waitingList(waiting: readonly WaitingQuestion[], lang: Lang): Markup {
  if (waiting.length === 0) return NOTHING;
  const words = wordsOf(lang).grades.classPage;
  return markup`<p class="muted small">${words.waitingHow}</p>
${waiting.map(({ question, answers }) => {
  const students = answers.reduce((sum, { by }) => sum + by.length, 0);
  return markup`<details${answers.length <= 5 ? markup` open` : NOTHING}>
<summary>${question.id} <span class="muted">${words.toRead(answers.length, students)}</span></summary>
<p>${inLang(question.asks, lang)}</p>
<ul class="answers">
${answers.map((answer) => one(answer, question.id, lang))}</ul>
</details>
`;
})}`;
}

function one({ written, reasons, by }: WaitingAnswer, question: string, lang: Lang): Markup {
  const words = wordsOf(lang).grades;
  const named = by
    .slice(0, NAMED)
    .map((seen, i) => markup`${i > 0 ? ", " : ""}${studentLink(seen, words, question)}`);
  const more = by.length > NAMED ? ` ${words.classPage.andMore(by.length - NAMED)}` : "";
  return markup`<li>
${written.map((part) => writtenPart(part, LONGEST, LINES))}<p class="small">${named}${more}${reasons.map(
    (reason) => markup` <span class="muted">· ${inLang(reason, lang)}</span>`,
  )}</p>
</li>
`;
}
