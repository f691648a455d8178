/** A comparison for the terminal and as `since.md`: first the whole, then who, then on which questions. */
import { type Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import { markdown, printable } from "../../text/printable";
import { gainOf, type AnswerChange, type Comparison, type StudentChange } from "./compare";
import { partsOf, pointsOr, questionsOf, sentences, signed, stepOf } from "./parts";

/** Students a part, and answers a student, that a terminal is filled with; the files have them all. */
const [STUDENTS, ANSWERS] = [10, 6];

export function sinceText(comparison: Comparison, lang: Lang): string {
  const words = wordsOf(lang).grades;
  const more = (n: number, indent: string) => (n > 0 ? [`${indent}… ${words.worksheet.more(n)}`] : []);
  const student = (one: StudentChange) => [
    `  ${titleOf(one, lang)}`,
    ...one.answers.slice(0, ANSWERS).map((answer) => `    ${answerLine(answer, lang)}`),
    ...more(one.answers.length - ANSWERS, "    "),
  ];
  const lines = [
    ...sentences(comparison, lang),
    ...partsOf(comparison, lang).flatMap(({ heading, students }) => [
      "",
      `${heading} (${students.length})`,
      ...students.slice(0, STUDENTS).flatMap(student),
      ...more(students.length - STUDENTS, "  "),
    ]),
    ...questionLines(comparison, lang).flatMap((line, i) => [
      ...(i === 0 ? ["", words.since.questions] : []),
      `  ${line}`,
    ]),
  ];
  // Names come from students, and the earlier grades from a file that anybody may have mended.
  return `${lines.map(printable).join("\n")}\n`;
}

export function sinceMarkdown(comparison: Comparison, lang: Lang): string {
  const words = wordsOf(lang).grades.since;
  const lines = [
    `# ${words.title}`,
    "",
    ...sentences(comparison, lang).flatMap((sentence) => [markdown(sentence), ""]),
    ...partsOf(comparison, lang).flatMap(({ heading, students }) => [
      `## ${heading} (${students.length})`,
      "",
      ...students.flatMap((one) => [
        `- **${markdown(titleOf(one, lang))}**`,
        ...one.answers.map((answer) => `  - ${markdown(answerLine(answer, lang))}`),
      ]),
      "",
    ]),
    ...questionLines(comparison, lang).flatMap((line, i) => [
      ...(i === 0 ? [`## ${words.questions}`, ""] : []),
      `- ${markdown(line)}`,
    ]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** `Léa Martin: 4.5 → 5 (+0.5)` */
function titleOf(change: StudentChange, lang: Lang): string {
  const { before, after, id, name, what } = change;
  const { colon } = wordsOf(lang).grades.since;
  const who = name.trim() === "" ? id : name;
  if (what === "fresh") return `${who}${colon}${pointsOr(lang, after)}`;
  if (what === "gone") return `${who}${colon}${pointsOr(lang, before)}`;
  if (before === after) return `${who}${colon}${pointsOr(lang, after)}`;
  const step = `${who}${colon}${pointsOr(lang, before)} → ${pointsOr(lang, after)}`;
  return before === null || after === null ? step : `${step} (${signed(lang, gainOf(change))})`;
}

function answerLine(answer: AnswerChange, lang: Lang): string {
  const { causes, colon, otherReasons } = wordsOf(lang).grades.since;
  const { cause, reasonsOnly } = answer;
  const parts = [
    ...(reasonsOnly && cause === "rubric" ? [] : [causes[cause]]),
    ...(reasonsOnly ? [otherReasons] : []),
  ];
  return `${answer.question}${colon}${stepOf(answer, lang)} (${parts.join(", ")})`;
}

function questionLines(comparison: Comparison, lang: Lang): string[] {
  const { colon, onQuestion } = wordsOf(lang).grades.since;
  return questionsOf(comparison).map(
    ({ question, up, down }) => `${question}${colon}${onQuestion(up, down)}`,
  );
}
