/** One question on a student's page: what was asked, what became of the answer, the answer, and what can be said about it. */
import { inLang, type Lang, type Text } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { askedIn } from "../asked";
import { writtenPart } from "../html/answer";
import { markup, NOTHING, type Markup } from "../html/markup";
import { SIGNS } from "../outcomes";
import { pointsIn } from "../points";
import type { SeenMark } from "../visibility";

export function question(mark: SeenMark, lang: Lang): Markup {
  const { question, outcome, written, tells, reasons, note, hint } = mark;
  const words = wordsOf(lang).grades.page;
  const isLabelled = written.length > 1 || written.some(({ place }) => place !== "answer");
  return markup`<article id="${question.id}">
<h3>${askedIn(lang, question)}</h3>
<p class="outcome ${outcome}"><span aria-hidden="true">${SIGNS[outcome]}</span> ${outcomeWord(mark, lang)}${worth(mark, lang)}</p>
${written.map(
  (part) =>
    markup`${isLabelled ? markup`<p class="place muted small">${words.places[part.place]}</p>\n` : NOTHING}${writtenPart(part)}`,
)}${list(tells, undefined, lang)}${list(reasons, words.reasons, lang)}${
    note === undefined ? NOTHING : markup`<p><span class="muted">${words.note}</span> ${note}</p>\n`
  }${hint === undefined ? NOTHING : markup`<p><span class="muted">${words.hint}</span> ${inLang(hint, lang)}</p>\n`}</article>
`;
}

/** `points` are only there once the marks are published: then "not yet" has become "wrong". */
export function outcomeWord({ outcome, points }: SeenMark, lang: Lang): string {
  const { outcomes, settled } = wordsOf(lang).grades;
  return points === undefined ? outcomes[outcome] : settled[outcome];
}

function worth({ points, max }: SeenMark, lang: Lang): Markup {
  if (points === undefined || points === null) return NOTHING;
  const words = wordsOf(lang).grades.page;
  return markup` <span class="muted">· ${words.points(pointsIn(lang, points), pointsIn(lang, max))}</span>`;
}

function list(texts: readonly Text[], heading: string | undefined, lang: Lang): Markup {
  if (texts.length === 0) return NOTHING;
  return markup`${heading === undefined ? NOTHING : markup`<p class="place muted small">${heading}</p>\n`}<ul>
${texts.map((text) => markup`<li dir="auto">${inLang(text, lang)}</li>\n`)}</ul>
`;
}
