/** Brings the file of decisions up to date with the answers that wait, and loses nothing that the teacher wrote. */
import { LANGS, type Lang } from "../../../../words/text";
import type { SheetQuestion } from "../../question";
import type { Waiting } from "../waiting";
import { Refusal } from "./complaints";
import { readEntry, type ReadEntry } from "./entry";
import { piecesOf, type Piece } from "./pieces";
import { core, entryOf, headOf, STUDENTS, UNTOUCHED } from "./write";

/**
 * @param source the file as it is now; empty where there is none
 * @param waiting answers without a decision
 * @param questions by id: all that there are, whichever are graded
 * @returns the file as it is to be; empty where there is none and none is needed
 */
export function updateDecisions(
  source: string,
  waiting: readonly Waiting[],
  questions: ReadonlyMap<string, SheetQuestion>,
  lang: Lang,
): string {
  const entries = new Map(waiting.map((group) => [group.key, entryOf(group, lang)]));
  const keys = new Map([...entries].map(([key, entry]) => [core(entry), key]));
  const { head, items, indent, foreign } = piecesOf(source);
  if (foreign !== undefined) return source;
  const met = new Set<string>();
  const kept = items.map((piece) => {
    const { key, text } = updated(piece, { entries, keys, questions });
    if (key !== undefined) met.add(key);
    return text;
  });
  const added = [...entries].filter(([key]) => !met.has(key)).map(([, entry]) => entry);
  if (source.trim() === "" && added.length === 0) return source;
  const pieces = [begun(head, lang), ...kept, ...added.map((entry) => indented(entry, indent))];
  const written = pieces.filter((piece) => piece !== "");
  return written.map((piece, i) => (i < written.length - 1 ? ended(piece) : piece)).join("");
}

/** The beginning of the file, with the list that decisions are added to. */
function begun(head: string, lang: Lang): string {
  if (head.trim() === "") return headOf(lang);
  if (!/^\uFEFF?decisions:/m.test(head)) return `${ended(head)}decisions:\n`;
  return head.replace(/^(\uFEFF?decisions:)\s*(?:\[\s*\]|null|~)[^\n]*$/m, "$1");
}

/** An entry as far to the right as the file's own. */
function indented(entry: string, indent: string): string {
  return entry.replace(/^ {2}/gm, indent);
}

interface State {
  /** By the key of the answers. */
  readonly entries: ReadonlyMap<string, string>;
  /** By the entry's core. */
  readonly keys: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, SheetQuestion>;
}

interface Updated {
  readonly key?: string;
  readonly text: string;
}

function updated(piece: Piece, state: State): Updated {
  const { text } = piece;
  const same = state.keys.get(core(text));
  if (same !== undefined) return { key: same, text: state.entries.get(same) ?? text };
  const entry = tried(piece, state.questions);
  if (entry === undefined) return { text };
  const { key, decision } = entry;
  const now = state.entries.get(key);
  if (now !== undefined) return { key, text: countedAnew(text, now) };
  if (decision === undefined && isUntouched(text, entry)) return { key, text: "" };
  return { key, text };
}

function tried(piece: Piece, questions: State["questions"]): ReadEntry | undefined {
  try {
    return readEntry(piece, questions);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Whether it is nothing but what the program wrote, in whichever language. */
function isUntouched(text: string, { question, written, key }: ReadEntry): boolean {
  if (!UNTOUCHED.test(text)) return false;
  const own = { key, question, written, students: 0, reasons: [] };
  return LANGS.some((lang) => core(entryOf(own, lang)) === core(text));
}

function countedAnew(text: string, now: string): string {
  const [students = ""] = STUDENTS.exec(now) ?? [];
  return text.replace(STUDENTS, students);
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
