/** `tp-mqtt check` on a terminal: a line a question, what can be said about it below, and at the foot what to do next. */
import type { Problem } from "../../judge/answers/answer";
import type { Outcome } from "../../judge/answers/mark";
import { titleOf } from "../../judge/answers/sheet/titles";
import { inLang, type Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { paints, type Paint } from "../console/paint";
import { SIGNS } from "../grades/outcomes";
import { padEnd, wrap } from "../text/layout";
import { grouped } from "../text/group";
import { printable } from "../text/printable";
import type { Checked, CheckedQuestion } from "./checked";
import { footOf } from "./foot";
import { problemLine, saidLines } from "./question-text";

export interface Screen {
  readonly lang: Lang;
  readonly colour: boolean;
  readonly columns: number;
}

/** Columns before what is said about a question. */
const INDENT = "    ";

const STYLES: Readonly<Record<Outcome, keyof Paint>> = {
  right: "green",
  partly: "yellow",
  wrong: "red",
  teacher: "cyan",
  ungradable: "magenta",
  blank: "dim",
  noted: "cyan",
};

export function checkScreen(checked: Checked, screen: Screen): string {
  const { questions, problems, file } = checked;
  const paint = paints(screen.colour);
  const { sections } = wordsOf(screen.lang).cli.sheet.written;
  const width = Math.max(0, ...questions.map(({ id }) => id.length));
  const blocks = [...grouped(questions, ({ section }) => section)].map(([section, those]) => [
    paint.bold(titleOf(section, sections)),
    ...runsOf(those).flatMap((run) => runLines(run, { ...screen, paint, width, file })),
  ]);
  const about = problems.length === 0 ? [] : [aboutSheet(problems, file, screen)];
  return `${[...blocks, ...about, footOf(checked, screen)].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

interface Setting extends Screen {
  readonly paint: Paint;
  readonly file: string;
  /** Columns of the longest id. */
  readonly width: number;
}

/** Questions with nothing written, and no hint, that follow one another are told together; of the others each is a run by itself. */
function runsOf(questions: readonly CheckedQuestion[]): readonly (readonly CheckedQuestion[])[] {
  const runs: CheckedQuestion[][] = [];
  for (const question of questions) {
    const last = runs.at(-1);
    if (last?.every(isUntouched) && isUntouched(question)) last.push(question);
    else runs.push([question]);
  }
  return runs;
}

function isUntouched({ outcome, asked, problems }: CheckedQuestion): boolean {
  return outcome === "blank" && asked === undefined && problems.length === 0;
}

function runLines(run: readonly CheckedQuestion[], setting: Setting): string[] {
  const [first] = run;
  if (first === undefined || !isUntouched(first)) return run.flatMap((one) => questionLines(one, setting));
  const { lang, paint, columns } = setting;
  const word = wordsOf(lang).grades.outcomes.blank;
  const ids = run.map(({ id }) => id).join(", ");
  const text = wrap(`${word}${wordsOf(lang).report.colon}${ids}`, columns, "  ");
  return [paint.dim(`${SIGNS.blank} ${text}`)];
}

function questionLines(question: CheckedQuestion, setting: Setting): string[] {
  const { id, outcome } = question;
  const { lang, paint, width, file } = setting;
  const colour = paint[STYLES[outcome]];
  const word = wordsOf(lang).grades.outcomes[outcome];
  return [
    `${colour(SIGNS[outcome])} ${padEnd(id, width)}  ${colour(word)}`,
    ...saidLines(question, file, lang).map((text) => indented(text, setting)),
    ...hintLines(question, setting).map((text) => indented(text, setting)),
  ];
}

function indented(text: string, { columns }: Screen): string {
  return `${INDENT}${wrap(printable(text), columns, INDENT)}`;
}

/** The newest hint alone: the others were shown before it. */
function hintLines({ outcome, hints, hintsLeft, asked }: CheckedQuestion, { lang }: Screen): string[] {
  const words = wordsOf(lang).cli.check.screen;
  const { colon } = wordsOf(lang).report;
  if (asked === undefined) return [];
  if (asked === "not-helped") return [words.noHint[outcome === "right" ? "right" : "ungradable"]];
  const newest = hints.at(-1);
  const counted = words.hint(hints.length, hints.length + hintsLeft);
  return [
    ...(newest === undefined ? [] : [`${counted}${colon}${inLang(newest, lang)}`]),
    ...(asked === "none-left" ? [words.lastHint] : []),
  ];
}

function aboutSheet(problems: readonly Problem[], file: string, screen: Screen): string[] {
  const lines = problems.map((problem) => indented(problemLine(problem, file, screen.lang), screen));
  return [wordsOf(screen.lang).cli.check.screen.about, ...lines];
}
