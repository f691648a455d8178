/** Sheets: the empty one filled in as students and their editors do it, and what may become of it. */
import fc from "fast-check";
import type { SheetQuestion } from "../../../src/judge/answers/question";
import { sheetQuestions } from "../../../src/judge/answers/questions/questions";
import { emptySheet, type Form } from "../../../src/judge/answers/sheet/write";
import { LANGS } from "../../../src/words/text";
import { spoilt, text } from "./texts";

/** Of a teacher, who asks what the project does not: a choice, and a question with a rubric of its own. */
export const TEACHERS = `
drop: [2.5-latency]
points: { 2.4-qos0: 3.5 }
add:
  - id: 5.3-port
    kind: choice
    points: 1
    asks: { en: Which port is it?, fr: Quel est le port ? }
    options: { a: { en: One, fr: Un }, b: { en: Two, fr: Deux } }
    right: a
    hints: [{ en: Look at it., fr: Regardez-le. }]
  - id: 5.3-own
    after: 5.3-port
    kind: prose
    points: 2
    asks: { en: What is the port for?, fr: À quoi sert le port ? }
    rubric: { about: [PORT], notions: { A: { en: x, fr: y, patterns: [PORT] } }, score: [[2, A]] }
`;

const ALL = sheetQuestions({ name: "mine.yaml", source: TEACHERS });

/** Of every kind one, and both of the teacher: what is asked is read and judged one by one, so these are enough. */
export const QUESTIONS: readonly SheetQuestion[] = ALL.filter(
  ({ id, kind }, i) =>
    id.startsWith("5.3-own") || id === "3-p2" || ALL.findIndex((one) => one.kind === kind) === i,
);

const FORMS: readonly Form[] = ["yaml", "markdown"];

export interface WrittenSheet {
  readonly source: string;
  readonly name: string;
}

const EMPTY = LANGS.flatMap((lang) =>
  FORMS.map((form) => ({
    name: form === "yaml" ? "answers.yaml" : "answers.md",
    lines: emptySheet(QUESTIONS, lang, form).split("\n"),
  })),
);

/** Where something is to be written: below `answer: |`, behind `name:`, within a fence, below a quotation. */
const PLACE = /^ {2}\p{L}+: \|$|^(?:- )?(?:name|nom|number|numéro|clients)\s?:$|^```(?:log|sh)$|^> .*$/u;

/** As many texts as there are places, over and over. */
function filledIn(lines: readonly string[], texts: readonly string[]): string[] {
  let place = 0;
  return lines.flatMap((line, i) => {
    if (!PLACE.test(line) || (line.startsWith(">") && lines[i + 1] !== "")) return [line];
    const written = texts[place++ % texts.length] ?? "";
    if (line.endsWith("|")) return [line, written.replace(/^/gm, "    ")];
    if (line.endsWith(":")) return [`${line} ${written}`];
    return line.startsWith(">") ? [line, "", written] : [line, written];
  });
}

/** Lines that mean something to YAML, to Markdown or to the sheet. */
const LINES = [
  "2.4-qos0:",
  "  answer: |",
  "  answer: >-",
  "  answer: &a [*a, *a, *a]",
  "  answer: *a",
  "  answer: {a: {a: {a: [",
  "  answer: !!js/function 'x'",
  '  answer: "\\x00\\',
  "  <<: *a",
  "\t\tanswer: x",
  "? x",
  "---",
  "...",
  "%YAML 9.9",
  "sheet: 2",
  "lang: xx",
  "```",
  "~~~~",
  "> a",
  "# 2.4-qos0 (",
  "### 2.4-qos1",
  "<!--",
  "-->",
  "- - - - - -",
  "[".repeat(300),
  "{a: ".repeat(300),
  "- ".repeat(300),
];

const line = fc.oneof(fc.constantFrom(...LINES), text);
type Change = (lines: readonly string[]) => readonly string[];

/** What becomes of lines: lost, twice, elsewhere, further to the right, others among them. Places are taken modulo. */
const change: fc.Arbitrary<Change> = fc
  .record({ at: fc.nat(999), to: fc.nat(999), how: fc.nat(5), instead: line })
  .map(({ at, to, how, instead }) => (lines: readonly string[]) => {
    const [from, other] = [at % lines.length, to % lines.length];
    const own = lines[from] ?? "";
    if (how === 0) return lines.toSpliced(from, 1);
    if (how === 1) return lines.toSpliced(other, 0, own);
    if (how === 2) return lines.with(from, lines[other] ?? "").with(other, own);
    if (how === 3) return lines.with(from, " ".repeat(to % 9) + own.trimStart());
    return how === 4 ? lines.with(from, instead) : lines.toSpliced(from, 0, instead);
  });

/** Texts in their places, as well as the sheet's form allows. */
export const filledSheet: fc.Arbitrary<WrittenSheet> = fc
  .tuple(
    fc.constantFrom(...EMPTY),
    fc.array(fc.oneof({ arbitrary: text, weight: 3 }, spoilt), { minLength: 1, maxLength: 8 }),
  )
  .map(([{ name, lines }, texts]) => ({ name, source: filledIn(lines, texts).join("\n") }));

/** The same with up to five changes to its lines, under any name. */
export const spoiltSheet: fc.Arbitrary<WrittenSheet> = fc
  .tuple(
    filledSheet,
    fc.array(change, { maxLength: 5 }),
    fc.constantFrom(undefined, "a.md", "a.yaml", "a.txt", ""),
  )
  .map(([sheet, changes, name]) => {
    const lines = changes.reduce<readonly string[]>((all, one) => one(all), sheet.source.split("\n"));
    return { source: lines.join("\n"), name: name ?? sheet.name };
  });

/** A few questions alone, so that many can be read in little time. */
export const fragment: fc.Arbitrary<WrittenSheet> = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom("a.yaml", "a.md", ""))
  .map(([lines, name]) => ({ source: lines.join("\n"), name }));
