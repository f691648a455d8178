/** Submissions that are alike. It is said what is the same, and nothing of how that came. */
import type { Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import type { Likeness } from "../grades";
import { writtenPart } from "../html/answer";
import { markup, NOTHING, type Markup } from "../html/markup";
import { percentIn } from "../points";
import type { Seen } from "../visibility";
import { studentLink } from "./links";

export function likenesses(alike: readonly Likeness[], submissions: readonly Seen[], lang: Lang): Markup {
  if (alike.length === 0) return NOTHING;
  const words = wordsOf(lang).grades;
  const byId = new Map(submissions.map((seen) => [seen.id, seen]));
  return markup`<p class="muted small">${words.classPage.alikeHow}</p>
<ul>
${alike.map(({ between, question, text, share, kind }) => {
  const links = between
    .flatMap((id) => byId.get(id) ?? [])
    .map((seen, i) => markup`${i > 0 ? ", " : ""}${studentLink(seen, words, question)}`);
  const what =
    kind === "sheets"
      ? words.classPage.sheetsAlike(share === undefined ? undefined : percentIn(lang, share))
      : words.classPage.excerptAlike(question ?? "");
  return markup`<li>${links}${words.classPage.colon}${what}
${text === undefined ? NOTHING : writtenPart({ place: "excerpt", text, line: 0 }, 500, 5)}</li>
`;
})}</ul>
`;
}
