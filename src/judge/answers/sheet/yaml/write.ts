/** The sheet in YAML: questions are comments, and below each a place for the answer that takes any text. */
import type { Lang } from "../../../../words/text";
import { wordsOf } from "../../../../words/words";
import type { SheetQuestion } from "../../question";
import { KEYS } from "../keys";
import { linesOf } from "../lines";
import { titleOf } from "../titles";
import { partsOf, wordingOf } from "../wording";

const WIDTH = 100;

export function emptyYaml(questions: readonly SheetQuestion[], lang: Lang): string {
  const sections = [...new Set(questions.map(({ section }) => section))];
  return `${[
    ...headOf(lang),
    ...sections.flatMap((section) => [
      "",
      heading(section, lang),
      ...questions.filter((one) => one.section === section).flatMap((one) => ["", ...questionOf(one, lang)]),
    ]),
  ].join("\n")}\n`;
}

function headOf(lang: Lang): string[] {
  const { title, yaml, clients } = wordsOf(lang).cli.sheet.written;
  const key = (name: keyof typeof KEYS) => KEYS[name][lang];
  return [
    `# ${title}`,
    "#",
    ...yaml.flatMap((paragraph) =>
      typeof paragraph === "string" ? linesOf(paragraph, "# ", WIDTH) : paragraph,
    ),
    "",
    `${key("sheet")}: 1`,
    `${key("lang")}: ${lang}`,
    `${key("name")}:`,
    `${key("number")}:`,
    ...linesOf(clients, "# ", WIDTH),
    `${key("clients")}:`,
  ];
}

function heading(section: string, lang: Lang): string {
  const title = titleOf(section, wordsOf(lang).cli.sheet.written.sections);
  return `# ${`── ${title} `.padEnd(WIDTH - 2, "─")}`;
}

function questionOf(question: SheetQuestion, lang: Lang): string[] {
  const { points } = wordsOf(lang).cli.sheet.written;
  return [
    `# ${question.id} (${points(question.points)})`,
    ...wordingOf(question, lang).flatMap((paragraph) => linesOf(paragraph, "# ", WIDTH)),
    `${question.id}:`,
    ...partsOf(question).map((part) => `  ${KEYS[part][lang]}: |`),
  ];
}
