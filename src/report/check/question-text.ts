/** One question's outcome and what can be said about it, a line each: for the screen, and for a test that fails. */
import type { Position, Problem } from "../../judge/answers/answer";
import { inLang, type Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { printable } from "../text/printable";
import type { CheckedQuestion } from "./checked";

/** Outcome first. */
export function questionText(question: CheckedQuestion, file: string, lang: Lang): string[] {
  return [wordsOf(lang).grades.outcomes[question.outcome], ...saidLines(question, file, lang)].map(printable);
}

/** Why it is not gradable, with its place; what can be told. */
export function saidLines(question: CheckedQuestion, file: string, lang: Lang): string[] {
  const { problems, tells } = question;
  return [
    ...problems.map((problem) => problemLine(problem, file, lang)),
    ...tells.map((tell) => tellLine(inLang(tell, lang), question, file)),
  ];
}

/** `answers.yaml:12:3: …`, which editors can jump to. */
export function problemLine(problem: Problem, file: string, lang: Lang): string {
  return `${place(file, problem)}${inLang(problem.what, lang)}`;
}

/** What makes an answer ungradable is told with its place, once. */
function tellLine(tell: string, { outcome, at }: CheckedQuestion, file: string): string {
  if (outcome !== "ungradable" || at === undefined) return tell;
  const [beginning = "", line] = AT_LINE.exec(tell) ?? [];
  const column = line === undefined || Number(line) === at.line ? at.column : 1;
  return `${place(file, { line: Number(line ?? at.line), column })}${tell.slice(beginning.length)}`;
}

const AT_LINE = /^(?:line|ligne) (\d+)\s?: /;

function place(file: string, { line, column }: Position): string {
  return `${file}:${line}:${column}: `;
}
