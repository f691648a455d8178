/** What a student learns of their sheet before it is handed in. What may be seen of a mark is `visibility.ts`'s to say. */
import { basename } from "node:path";
import type { Answer, Position, Problem, Sheet } from "../../judge/answers/answer";
import type { Mark, Outcome } from "../../judge/answers/mark";
import type { SheetQuestion } from "../../judge/answers/question";
import type { Text } from "../../words/text";
import { hintsSeen, isHelped, seen, type Seen } from "../grades/visibility";

export interface CheckedQuestion {
  readonly id: string;
  readonly section: string;
  readonly outcome: Outcome;
  readonly tells: readonly Text[];
  /** Where it is answered on the sheet; absent where nothing is written. */
  readonly at?: Position;
  /** Why it is not gradable. */
  readonly problems: readonly Problem[];
  /** Those that were asked for, this time or earlier. */
  readonly hints: readonly Text[];
  /** Hints that there still are. */
  readonly hintsLeft: number;
  /** A hint was asked for this time: there was another one, there was none left, or it is not for that. */
  readonly asked?: "given" | "none-left" | "not-helped";
}

export interface Checked {
  /** As its user named it. */
  readonly file: string;
  readonly questions: readonly CheckedQuestion[];
  /** What is worth saying of the sheet, and makes nothing ungradable by itself. */
  readonly problems: readonly Problem[];
  /** What is to be said besides, below everything else. */
  readonly notes: readonly Text[];
}

/** How far up hints were asked for. */
export interface Ladder {
  readonly before: ReadonlyMap<string, number>;
  /** Ids for which one more is asked for, where there is one. */
  readonly asked: ReadonlySet<string>;
  /** One more is asked for every answer that is not right yet. */
  readonly each: boolean;
}

/** A sheet with what it was judged to be. */
export interface JudgedSheet {
  readonly sheet: Sheet;
  readonly questions: readonly SheetQuestion[];
  /** Of these questions, in their order. */
  readonly marks: readonly Mark[];
}

/** What its student may see of it before the marks are published. */
export function seenSheet(file: string, { sheet, questions, marks }: JudgedSheet): Seen {
  const { student, problems } = sheet;
  const final = marks.map((mark) => ({ ...mark, written: [] }));
  const submission = { id: basename(file), student, problems, marks: final, points: 0, max: 0, waiting: 0 };
  return seen(submission, questions, "before");
}

export function checked(file: string, judged: JudgedSheet, ladder: Ladder): Checked {
  const { sheet, questions } = judged;
  const shown = seenSheet(file, judged);
  return {
    file,
    questions: questions.flatMap((question, i) => {
      const mark = shown.marks[i];
      return mark === undefined ? [] : [checkedQuestion(question, mark, sheet, ladder)];
    }),
    problems: sheet.problems.filter(({ harmless }) => harmless),
    notes: [],
  };
}

function checkedQuestion(
  question: SheetQuestion,
  { outcome, tells }: { readonly outcome: Outcome; readonly tells: readonly Text[] },
  sheet: Sheet,
  ladder: Ladder,
): CheckedQuestion {
  const { id, section, hints } = question;
  const problems = sheet.problems.filter(({ question: of, harmless }) => !harmless && of === id);
  const isAsked = ladder.asked.has(id) || (ladder.each && isHelpedUnasked(outcome));
  const before = Math.min(ladder.before.get(id) ?? 0, hints.length);
  const shown = hintsSeen(question, outcome, isAsked ? before + 1 : before);
  const at = positionOf(sheet.answers.get(id));
  return {
    id,
    section,
    outcome,
    // A problem says the same, with its place.
    tells: problems.length > 0 ? [] : tells,
    ...(at === undefined ? {} : { at }),
    problems,
    hints: shown,
    hintsLeft: isHelped(outcome) ? hints.length - shown.length : 0,
    ...(isAsked ? { asked: askedOf(outcome, before, hints.length) } : {}),
  };
}

/** Answers that wait for the teacher, and choices, get a hint only when they are named. */
function isHelpedUnasked(outcome: Outcome): boolean {
  return outcome === "wrong" || outcome === "partly" || outcome === "blank";
}

function askedOf(outcome: Outcome, before: number, hints: number): NonNullable<CheckedQuestion["asked"]> {
  if (!isHelped(outcome)) return "not-helped";
  return before < hints ? "given" : "none-left";
}

function positionOf(answer: Answer | undefined): Position | undefined {
  const written = [answer?.answer, answer?.excerpt, answer?.commands].find(
    (part) => part !== undefined && part.text.trim() !== "",
  );
  return written === undefined ? undefined : { line: written.line, column: written.column };
}

/** Exit status: 2 where nothing is written, 1 where something is to be mended, else 0. */
export function checkStatus({ questions }: Checked): 0 | 1 | 2 {
  const has = (...outcomes: readonly Outcome[]) =>
    questions.some(({ outcome }) => outcomes.includes(outcome));
  if (questions.every(({ outcome }) => outcome === "blank")) return 2;
  return has("wrong", "partly", "ungradable") ? 1 : 0;
}
