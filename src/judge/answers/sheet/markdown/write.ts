/** The sheet in Markdown: questions are quotations, answers text, log lines and commands fenced. */
import type { Lang } from "../../../../words/text";
import { wordsOf } from "../../../../words/words";
import type { SheetQuestion } from "../../question";
import { KEYS, type Part } from "../keys";
import { linesOf } from "../lines";
import { titleOf } from "../titles";
import { partsOf, wordingOf } from "../wording";

export function emptyMarkdown(questions: readonly SheetQuestion[], lang: Lang): string {
  const sections = [...new Set(questions.map(({ section }) => section))];
  return `${[
    ...headOf(lang),
    ...sections.flatMap((section) => [
      "",
      `## ${titleOf(section, wordsOf(lang).cli.sheet.written.sections)}`,
      ...questions.filter((one) => one.section === section).flatMap((one) => ["", ...questionOf(one, lang)]),
    ]),
  ].join("\n")}\n`;
}

function headOf(lang: Lang): string[] {
  const { title, markdown, clients } = wordsOf(lang).cli.sheet.written;
  const { colon } = wordsOf(lang).report;
  const key = (name: keyof typeof KEYS) => KEYS[name][lang];
  return [
    `# ${title}`,
    "",
    `<!-- ${key("sheet")}: 1, ${key("lang")}: ${lang} -->`,
    "",
    ...markdown.flatMap((paragraph) => [...linesOf(paragraph, ""), ""]),
    ...linesOf(clients, ""),
    "",
    ...(["name", "number", "clients"] as const).map((name) => `- ${key(name)}${colon}`.trimEnd()),
  ];
}

const FENCES: Readonly<Record<Part, readonly string[]>> = {
  answer: [""],
  excerpt: ["```log", "", "```"],
  commands: ["```sh", "", "```"],
};

function questionOf(question: SheetQuestion, lang: Lang): string[] {
  const { points } = wordsOf(lang).cli.sheet.written;
  return [
    `### ${question.id} (${points(question.points)})`,
    "",
    ...wordingOf(question, lang).flatMap((paragraph) => linesOf(paragraph, "> ")),
    ...partsOf(question).flatMap((part) => ["", ...FENCES[part]]),
  ];
}
