/** `tp-mqtt rubric test` on a terminal: tables of figures, the effect of each rule, and the answers that went wrong. */
import type { Figures } from "../../judge/answers/prose/measure";
import type { Rubric } from "../../judge/answers/prose/rubric";
import { byQuestion, effects, figuresOfTried, type Tried } from "../../judge/answers/prose/workbench";
import { padEnd, wrap } from "../../report/text/layout";
import { printable } from "../../report/text/printable";
import { inLang, type Lang } from "../../words/text";
import { wordsOf, type Words } from "../../words/words";

export interface TriedFile {
  readonly name: string;
  readonly tried: readonly Tried[];
  readonly isOutOfSight: boolean;
}

const COLUMNS = 100;

export function screenOf(files: readonly TriedFile[], rubric: Rubric, lang: Lang): string {
  const { rubric: words } = wordsOf(lang).cli;
  const all = files.flatMap(({ tried }) => tried);
  const shown = files.filter(({ isOutOfSight }) => !isOutOfSight);
  const questions = [...byQuestion(all, rubric)].map(([id, group]) =>
    figuresRow(id, figuresOfTried(group), lang),
  );
  const sums =
    files.length > 1 ? files.map(({ name, tried }) => figuresRow(name, figuresOfTried(tried), lang)) : [];
  const rules = effects(
    shown.flatMap(({ tried }) => tried),
    rubric,
  );
  const effectRows = rules.map(({ question, rule, figures }) =>
    figuresRow(`${question}  ${rule}`, figures, lang),
  );
  return [
    table([
      head(words.columns.question, words),
      ...questions,
      ...sums,
      figuresRow(words.total, figuresOfTried(all), lang),
    ]),
    `${words.rules}\n\n${table([head(words.rule, words), ...effectRows])}`,
    list(shown, isWrong, words.wrong, lang),
    list(shown, ({ grade }) => grade.points === null, words.waiting, lang),
    ...(shown.length < files.length ? [`(${words.outOfSight})\n`] : []),
  ].join("\n");
}

function head(first: string, { columns }: Words["cli"]["rubric"]): string[] {
  const { n, decided, exact, offByTwo, over, under, teacher, kappa } = columns;
  return [first, n, decided, exact, offByTwo, over, under, teacher, kappa];
}

function figuresRow(name: string, figures: Figures, lang: Lang): string[] {
  const { n, decided, exact, offByTwo, over, under, teacher, kappa } = figures;
  const numbers = [n, decided, exact, offByTwo, over, under, teacher].map(String);
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return [name, ...numbers, kappa === null ? "" : new Intl.NumberFormat(lang, decimals).format(kappa)];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? padEnd(cell, widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return `${rows.map(line).join("\n")}\n`;
}

function isWrong({ answer, grade }: Tried): boolean {
  return grade.points !== null && grade.points !== answer.points;
}

function list(
  files: readonly TriedFile[],
  chosen: (tried: Tried) => boolean,
  title: (n: number) => string,
  lang: Lang,
): string {
  const entries = files.flatMap(({ name, tried }) =>
    tried.filter(chosen).map((one) => entry(name, one, lang)),
  );
  return `${title(entries.length)}\n${entries.map((text) => `\n${text}\n`).join("")}`;
}

function entry(file: string, { answer, grade }: Tried, lang: Lang): string {
  const { marks } = wordsOf(lang).cli.rubric;
  const mark = grade.points === null ? "" : ` ${marks(grade.points, answer.points)}`;
  const text = wrap(printable(answer.text), COLUMNS, "    ", 0);
  return `${file}:${answer.line} ${answer.q}${mark}\n    ${text}\n  ${wrap(`→ ${inLang(grade.reason, lang)}`, COLUMNS, "    ")}`;
}
