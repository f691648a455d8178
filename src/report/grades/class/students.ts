/** The submissions, each with a link to its page; and those that could not be graded, with the reason. */
import { inLang, type Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { markup, NOTHING, type Markup } from "../html/markup";
import { pointsIn } from "../points";
import type { Seen } from "../visibility";
import { studentLink } from "./links";

export function students(submissions: readonly Seen[], lang: Lang): Markup {
  if (submissions.length === 0) return NOTHING;
  const words = wordsOf(lang).grades;
  const { studentColumns: columns } = words.classPage;
  return markup`<table>
<caption>${words.classPage.studentsHow}</caption>
<thead><tr><th scope="col">${columns.name}</th><th scope="col">${columns.number}</th><th scope="col" class="number">${columns.points}</th><th scope="col" class="number">${columns.waiting}</th></tr></thead>
<tbody>
${submissions.map((seen) => {
  const { total, student } = seen;
  const points = total === undefined ? words.classPage.notGraded : pointsIn(lang, total.points);
  const waiting = total === undefined || total.waiting === 0 ? "" : String(total.waiting);
  return markup`<tr><th scope="row">${studentLink(seen, words)}</th><td>${student.number}</td><td class="number">${points}</td><td class="number">${waiting}</td></tr>
`;
})}</tbody>
</table>
`;
}

export function refusals(submissions: readonly Seen[], lang: Lang): Markup {
  const refused = submissions.flatMap((seen) =>
    seen.refused === undefined ? [] : [{ seen, why: seen.refused }],
  );
  if (refused.length === 0) return NOTHING;
  return markup`<ul>
${refused.map(
  ({
    seen,
    why,
  }) => markup`<li><bdi>${seen.id}</bdi>${wordsOf(lang).grades.classPage.colon}${inLang(why, lang)}</li>
`,
)}</ul>
`;
}
