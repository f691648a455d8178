/** Holds what stands on a sheet against the questions: what is answered, where, and what cannot be taken. */
import { meant } from "../../../words/nearest";
import type { Lang } from "../../../words/text";
import type { Answer, Position, Problem, Sheet, Student, Written } from "../answer";
import type { SheetQuestion } from "../question";
import { HARMLESS, QUESTION, unknownId, WHOLE } from "./complaints";
import type { Draft, Entry, Lookup } from "./draft";
import { folded, PARTS, type Part } from "./keys";

const VERSION = "1";
/** Bytes of one text. */
const LONGEST = 64 * 1024;
/** Characters that are kept of one that is longer. */
const KEPT = 2000;
const MOST_HARMLESS = 50;

export function assembled(draft: Draft, questions: readonly SheetQuestion[], lookup: Lookup): Sheet {
  const problems: Problem[] = [...wholeProblems(draft, lookup), ...draft.problems];
  const answers = new Map<string, Answer>();
  const entries = byId(draft.entries);
  for (const question of questions) {
    const entry = theOne(question.id, entries.get(question.id) ?? [], problems);
    if (entry !== undefined) answers.set(question.id, answerOf(entry, question, problems));
  }
  for (const entry of draft.entries) {
    if (lookup.asked.has(entry.id) || isBlank(entry)) continue;
    const question = strayProblem(entry, lookup, answers, problems);
    if (question !== undefined) answers.set(question, bare(entry));
  }
  return { lang: langOf(draft), student: studentOf(draft), answers, problems: inOrder(problems) };
}

/** Of what is only worth saying, not more than anybody reads. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const harmless = problems.filter((problem) => problem.harmless).slice(0, MOST_HARMLESS);
  const others = problems.filter((problem) => !problem.harmless);
  return [...others, ...harmless].sort((a, b) => a.line - b.line || a.column - b.column);
}

function wholeProblems({ heads, entries }: Draft, { asked }: Lookup): Problem[] {
  const { sheet } = heads;
  if (sheet !== undefined && /^\d+$/.test(sheet.text) && sheet.text !== VERSION)
    return [{ line: sheet.line, column: sheet.column, what: WHOLE.version(sheet.text.slice(0, 20)) }];
  return entries.some(({ id }) => asked.has(id)) ? [] : [{ line: 1, column: 1, what: WHOLE.noQuestion }];
}

function byId(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const all = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = all.get(entry.id);
    if (same === undefined) all.set(entry.id, [entry]);
    else same.push(entry);
  }
  return all;
}

/** The entry that counts: the one that is filled in, where a question stands more than once. */
function theOne(id: string, all: readonly Entry[], problems: Problem[]): Entry | undefined {
  const [first, second] = all.filter((entry) => !isBlank(entry));
  const later = all[1];
  if (second !== undefined && first !== undefined)
    problems.push({ ...at(second), what: QUESTION.twice(id, first.line), question: id });
  else if (later !== undefined && all[0] !== undefined)
    problems.push({ ...at(later), what: HARMLESS.twiceBlank(id, all[0].line), harmless: true });
  return first ?? all[0];
}

function isBlank({ parts }: Entry): boolean {
  return Object.values(parts).every(({ text }) => text.trim() === "");
}

function at({ line, column }: Position): Position {
  return { line, column };
}

function answerOf(entry: Entry, question: SheetQuestion, problems: Problem[]): Answer {
  const main: Part = question.kind === "excerpt" || question.kind === "commands" ? question.kind : "answer";
  const { answer, ...others } = entry.parts;
  const empty = { text: "", ...at(answer ?? entry) };
  // Whoever writes the lines that are asked for as the answer has answered.
  const isMoved = main !== "answer" && (entry.parts[main]?.text ?? "") === "";
  const parts = isMoved ? { ...others, ...(answer === undefined ? {} : { [main]: answer }) } : entry.parts;
  return { answer: empty, ...shortened(parts, question.id, problems) };
}

function shortened(
  parts: Entry["parts"],
  question: string,
  problems: Problem[],
): Partial<Record<Part, Written>> {
  const kept = PARTS.flatMap((part) => {
    const written = parts[part];
    if (written === undefined) return [];
    if (Buffer.byteLength(written.text) <= LONGEST) return [[part, written] as const];
    problems.push({ ...at(written), what: QUESTION.tooLong, question });
    return [[part, { ...written, text: written.text.slice(0, KEPT) }] as const];
  });
  return Object.fromEntries(kept);
}

/** @returns the question that is to be read by the teacher because this may be its answer */
function strayProblem(
  entry: Entry,
  { asked, known }: Lookup,
  answers: ReadonlyMap<string, Answer>,
  problems: Problem[],
): string | undefined {
  const { id } = entry;
  if (known.has(id)) {
    problems.push({ ...at(entry), what: HARMLESS.dropped(id), harmless: true });
    return undefined;
  }
  const near = meant(id, [...asked]);
  const what = unknownId(id, near);
  const isOpen = near !== undefined && isUnanswered(answers.get(near));
  problems.push(isOpen ? { ...at(entry), what, question: near } : { ...at(entry), what, harmless: true });
  return isOpen ? near : undefined;
}

function isUnanswered(answer: Answer | undefined): boolean {
  return PARTS.every((part) => (answer?.[part]?.text ?? "") === "");
}

function bare({ parts, line, column }: Entry): Answer {
  return { answer: { text: "", line, column }, ...parts };
}

function langOf({ heads, lang }: Draft): Lang {
  const written = folded(heads.lang?.text ?? "").slice(0, 2);
  return written === "fr" || written === "en" ? written : (lang ?? "en");
}

function studentOf({ heads }: Draft): Student {
  const line = (written: Written | undefined) =>
    (written?.text ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
  return {
    name: line(heads.name),
    number: line(heads.number),
    clients: clientsOf(heads.clients?.text ?? ""),
  };
}

/** Identifiers with commas, semicolons or line ends between them, or with spaces where there is nothing else. */
function clientsOf(text: string): string[] {
  const bare = text.replace(/^\[|\]$/g, "");
  const parts = /[,;\n]/.test(bare) ? bare.split(/[,;\n]/) : bare.split(/\s+/);
  const ids = parts.map((part) => part.trim().replace(/^(["'`])(.*)\1$/, "$2")).filter((part) => part !== "");
  return [...new Set(ids)].slice(0, 100);
}
