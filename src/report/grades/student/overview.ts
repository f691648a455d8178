/** The sections at a glance: a sign a question, which leads to it. */
import type { Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { askedIn } from "../asked";
import { bounded } from "../html/bounded";
import { linkPart, markup, NOTHING, type Markup } from "../html/markup";
import { SIGNS } from "../outcomes";
import { pointsIn } from "../points";
import type { SeenMark } from "../visibility";
import { outcomeWord } from "./question";

type Section = readonly [string, readonly SeenMark[]];

export function overview(sections: readonly Section[], lang: Lang): Markup {
  if (sections.length === 0) return NOTHING;
  const words = wordsOf(lang).grades.page;
  const hasPoints = sections.some(([, marks]) => marks.some(({ points }) => points !== undefined));
  return markup`<table>
<caption>${words.overview}</caption>
<thead><tr><th scope="col">${words.sectionColumn}</th><th scope="col">${words.answersColumn}</th>${
    hasPoints ? markup`<th scope="col" class="number">${words.pointsColumn}</th>` : NOTHING
  }</tr></thead>
<tbody>
${sections.map(
  ([section, marks]) => markup`<tr><th scope="row"><a href="#section-${linkPart(section)}">${section}</a></th>
<td><span class="signs">${marks.map((mark) => sign(mark, lang))}</span></td>${
    hasPoints ? markup`<td class="number">${sum(marks, lang)}</td>` : NOTHING
  }</tr>
`,
)}</tbody>
</table>
`;
}

function sign(mark: SeenMark, lang: Lang): Markup {
  const { question, outcome } = mark;
  const name = `${bounded(askedIn(lang, question), 80)} ${outcomeWord(mark, lang)}`;
  return markup`<a class="${outcome}" href="#${linkPart(question.id)}"><span aria-hidden="true">${SIGNS[outcome]}</span><span class="aloud">${name}</span></a>`;
}

function sum(marks: readonly SeenMark[], lang: Lang): string {
  const points = marks.reduce((all, mark) => all + (mark.points ?? 0), 0);
  const max = marks.reduce((all, mark) => all + mark.max, 0);
  return wordsOf(lang).grades.page.of(pointsIn(lang, points), pointsIn(lang, max));
}
