/** Which questions go wrong: the worst first, with how the answers fell and why points were lost. */
import { inLang, type Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { bounded } from "../html/bounded";
import { markup, NOTHING, type Markup } from "../html/markup";
import { percentIn } from "../points";
import { PARTS, type Part, type QuestionFigures } from "../statistics";

export function questionList(questions: readonly QuestionFigures[], lang: Lang): Markup {
  if (questions.length === 0) return NOTHING;
  const words = wordsOf(lang).grades.classPage;
  return markup`<p class="muted small">${words.worstFirst}</p>
<ol class="questions">
${questions.map((figures) => row(figures, lang))}</ol>
`;
}

const COLOURS: Readonly<Record<Part, string>> = {
  right: "right",
  partly: "partly",
  wrong: "wrong",
  blank: "blank",
  open: "teacher",
};

function row({ question, answers, parts, reasons }: QuestionFigures, lang: Lang): Markup {
  const words = wordsOf(lang).grades.classPage;
  const there = PARTS.filter((part) => parts[part] > 0);
  const shares = there.map(
    (part) =>
      markup`<span class="${COLOURS[part]}">${percentIn(lang, parts[part] / answers)} ${words.parts[part]}</span> `,
  );
  return markup`<li>
<h3>${question.id} <span class="muted">${bounded(inLang(question.asks, lang), 160)}</span></h3>
${bar(parts, answers)}<p class="shares small">${shares}</p>
${reasons.length === 0 ? NOTHING : markup`<ul class="small">\n${reasons.map(({ what, times }) => markup`<li>${words.times(times)} ${bounded(what, 240)}</li>\n`)}</ul>\n`}</li>
`;
}

function bar(parts: Readonly<Record<Part, number>>, answers: number): Markup {
  let x = 0;
  const pieces = PARTS.filter((part) => parts[part] > 0).map((part) => {
    const width = hundredth((parts[part] / answers) * 100);
    const piece = markup`<rect class="${COLOURS[part]}" x="${hundredth(x)}" y="0" width="${width}" height="4"/>`;
    x += width;
    return piece;
  });
  return markup`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>
`;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
