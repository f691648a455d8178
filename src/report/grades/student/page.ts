/** The page of one student, which says nothing that `seen` did not let through. */
import { inLang, type Lang } from "../../../words/text";
import { wordsOf, type Words } from "../../../words/words";
import { grouped } from "../../text/group";
import { markup, NOTHING, type Markup } from "../html/markup";
import { page } from "../html/page";
import { nameOf } from "../name";
import { pointsIn } from "../points";
import type { Seen } from "../visibility";
import { overview } from "./overview";
import { question } from "./question";
import { STUDENT_STYLE } from "./style";

export function studentPage(seen: Seen, lang: Lang): string {
  const words = wordsOf(lang).grades;
  const name = nameOf(seen, words);
  const sections = [...grouped(seen.marks, (mark) => mark.question.section)];
  const main = markup`<header>
<p class="muted small">${words.page.kind}</p>
<h1><bdi>${name}</bdi></h1>
${about(seen, words)}${standing(seen, words, lang)}</header>
${problems(seen, words, lang)}${overview(sections, lang)}${sections.map(
    ([section, marks]) => markup`<section aria-labelledby="section-${section}">
<h2 id="section-${section}">${words.page.section(section)}</h2>
${marks.map((mark) => question(mark, lang))}</section>
`,
  )}`;
  return page({ lang, title: words.page.title(name), style: STUDENT_STYLE, main });
}

function about({ student, file }: Seen, words: Words["grades"]): Markup {
  const parts = [
    ...(student.number.trim() === "" ? [] : [words.page.number(student.number)]),
    ...(file === undefined ? [] : [file]),
  ];
  if (parts.length === 0) return NOTHING;
  return markup`<p class="muted">${parts.map((part, i) => markup`${i > 0 ? " · " : ""}<bdi>${part}</bdi>`)}</p>
`;
}

/** The total, or why there is none. */
function standing({ total, refused }: Seen, words: Words["grades"], lang: Lang): Markup {
  if (refused !== undefined)
    return markup`<p class="total wrong">${words.page.refused}</p>
<p>${inLang(refused, lang)}</p>
`;
  if (total === undefined)
    return markup`<p>${words.page.before}</p>
`;
  const points = pointsIn(lang, total.points);
  return markup`<p class="total"><strong>${points}</strong> ${words.page.outOf(pointsIn(lang, total.max))}</p>
${total.waiting > 0 ? markup`<p class="teacher">${words.page.waiting(total.waiting)}</p>\n` : NOTHING}`;
}

/** What concerns the sheet as a whole; what concerns one question stands there. */
function problems({ problems, refused }: Seen, words: Words["grades"], lang: Lang): Markup {
  const own = problems.filter(({ question }) => question === undefined);
  if (own.length === 0 || (refused !== undefined && own.length === 1)) return NOTHING;
  return markup`<section aria-labelledby="unreadable">
<h2 id="unreadable">${words.page.problems}</h2>
<ul>
${own.map(
  ({ line, column, what }) =>
    markup`<li><span class="muted">${words.page.at(line, column)}</span> ${inLang(what, lang)}</li>
`,
)}</ul>
</section>
`;
}
