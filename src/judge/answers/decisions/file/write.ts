/** Answers that wait, as they stand in the file of decisions: the question, the answer, and a place for the points. */
import { stringify } from "yaml";
import { inLang, join, type Lang } from "../../../../words/text";
import { WRITTEN } from "../../submission/written";
import type { Waiting } from "../waiting";

/** Columns of texts within a decision. */
const INDENT = " ".repeat(6);
/** What a block of YAML holds as it stands. */
const PLAIN = /^[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

export function headOf(lang: Lang): string {
  const lines = inLang(HEAD, lang).split("\n");
  return `${lines.map((line) => `# ${line}`.trimEnd()).join("\n")}\n\ndecisions:\n`;
}

const HEAD = {
  en: `Decisions on answers that wait for the teacher.

Fill in “points:” (and “note:”, if you like; the student reads it), then run tp-mqtt grade again. A decision holds for every
answer that is the same, in this class and in later ones. To decide otherwise than the program did, add an entry of the
same form with that answer. What you write stays: grade adds answers and takes away those that no longer wait and that
you left empty.`,
  fr: `Décisions sur les réponses qui attendent l'enseignant.

Remplissez « points: » (et « note: » si vous le souhaitez ; l'étudiant la lira), puis relancez tp-mqtt grade. Une décision vaut
pour toutes les réponses identiques, dans cette classe et dans les suivantes. Pour décider autrement que le programme,
ajoutez une entrée de la même forme avec la réponse. Ce que vous écrivez reste : grade ajoute des réponses, et retire
celles qui n'attendent plus et que vous avez laissées vides.`,
};

export function entryOf({ question, written, students, reasons }: Waiting, lang: Lang): string {
  const parts = WRITTEN.flatMap((place) => {
    const text = written[place];
    return text === undefined ? [] : [`    ${place}: ${scalar(text)}`];
  });
  return [
    `  # ${oneLine(inLang(question.asks, lang))} (0–${question.points})`,
    `  - question: ${scalar(question.id)}`,
    ...parts,
    `    students: ${students}`,
    `    why: ${scalar(oneLine(inLang(join(reasons, "; "), lang)))}`,
    "    points:",
    "    note:",
    "",
  ].join("\n");
}

/** The end of a decision that nobody has filled in; the texts above it stand further to the right. */
export const UNTOUCHED = /\n {4}points:\n {4}note:\n$/;

/** The line that tells how many students gave the answer. */
export const STUDENTS = /^ {4}students: [^\n]*$/m;

/** The entry without what changes from run to run although nobody has touched it. */
export function core(entry: string): string {
  return entry.replace(STUDENTS, "").replace(/^ {4}why: [^\n]*\n/m, "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function scalar(text: string): string {
  const content = text.trimEnd();
  if (!content.includes("\n")) return stringify(content, { lineWidth: 0, blockQuote: false }).trimEnd();
  if (!PLAIN.test(content)) return JSON.stringify(content);
  // A first line that begins with a space would be taken for the indentation of all.
  const indicator = /^\n*[ \t]/.test(content) ? "|2-" : "|-";
  return `${indicator}\n${content.replace(/^(?=[^\n])/gm, INDENT)}`;
}
