/** The page of the class, for the teacher alone: it holds reasons, and with them the key. */
import { wordsOf } from "../../../words/words";
import type { ClassGrades } from "../grades";
import { markup, NOTHING, type Markup } from "../html/markup";
import { page } from "../html/page";
import { classFigures, questionFigures } from "../statistics";
import { waitingAnswers } from "../waiting";
import { seen, type View } from "../visibility";
import { distribution } from "./distribution";
import { likenesses } from "./likenesses";
import { numbers } from "./numbers";
import { questionList } from "./questions";
import { refusals, students } from "./students";
import { CLASS_STYLE } from "./style";
import { waitingList } from "./waiting";

/** @param shown what the students' pages show now */
export function classPage(grades: ClassGrades, shown: View): string {
  const { lang, questions } = grades;
  const words = wordsOf(lang).grades.classPage;
  const all = grades.submissions.map((submission) => seen(submission, questions, "teacher"));
  const figures = classFigures(all);
  const main = markup`<header>
<p class="muted small">${wordsOf(lang).grades.page.kind}</p>
<h1>${words.title}</h1>
<p class="muted">${words.forYou} ${words.shown[shown === "teacher" ? "reasons" : shown]}</p>
</header>
${numbers(figures, grades)}${figures.graded > 0 ? distribution(figures, lang) : NOTHING}${part(
    "waiting",
    words.waiting(figures.waiting),
    waitingList(waitingAnswers(all), lang),
  )}${part("refused", words.refused, refusals(all, lang))}${part(
    "questions",
    words.questions,
    questionList(questionFigures(all, lang), lang),
  )}${part("alike", words.alike, likenesses(grades.likenesses, all, lang))}${part(
    "students",
    words.students,
    students(all, lang),
  )}`;
  return page({ lang, title: words.title, style: CLASS_STYLE, main });
}

/** A part of the page, where there is anything to say. */
function part(id: string, heading: string, content: Markup): Markup {
  if (content === NOTHING) return NOTHING;
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${content}</section>
`;
}
