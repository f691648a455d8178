/** A sheet that was graded, whoever handed it in: data without functions, so that it can be kept and sent. */
import type { Text } from "../../../words/text";
import type { Answer, Problem, Student } from "../answer";
import { hundredths, markSheet } from "../mark-sheet";
import type { Context } from "../context";
import type { Mark } from "../mark";
import type { SheetQuestion } from "../question";
import { readSheet } from "../sheet/read";
import { WRITTEN, type WrittenPart } from "./written";

/** A mark with what it is for. */
export interface MarkedAnswer extends Mark {
  /** In the order of `WRITTEN`; parts that hold nothing are left out. */
  readonly written: readonly WrittenPart[];
  /** The teacher decided on this answer, or on one that is the same. */
  readonly decided?: { readonly note?: string };
}

export interface GradedSheet {
  readonly student: Student;
  readonly problems: readonly Problem[];
  /** One a question, in their order; none where the whole sheet could not be read. */
  readonly marks: readonly MarkedAnswer[];
  readonly refused?: Text;
}

/** What sheets are graded with; the student is each sheet's own. */
export interface Material extends Omit<Context, "student"> {
  readonly questions: readonly SheetQuestion[];
}

/**
 * @param name the sheet's, as it is called in complaints
 * @returns the same for the same sheet and material, at any time and on any machine
 */
export function gradeSheet(source: string, name: string, material: Material): GradedSheet {
  const { questions, ...context } = material;
  const sheet = readSheet(source, name, questions);
  const { student, problems } = sheet;
  const broken = problems.find(({ question, harmless }) => question === undefined && !harmless);
  if (broken !== undefined) return { student, problems, marks: [], refused: sentenceOf(broken, name) };
  const marks = markSheet(sheet, questions, { ...context, student });
  return {
    student,
    problems,
    marks: marks.map((mark) => ({ ...mark, written: writtenFor(sheet.answers.get(mark.question)) })),
  };
}

function sentenceOf({ line, column, what }: Problem, name: string): Text {
  const at = `${name}:${line}:${column}: `;
  return { en: at + what.en, fr: at + what.fr };
}

function writtenFor(answer: Answer | undefined): WrittenPart[] {
  return WRITTEN.flatMap((place) => {
    const written = answer?.[place];
    if (written === undefined || written.text.trim() === "") return [];
    return [{ place, text: written.text, line: written.line }];
  });
}

export interface Sums {
  readonly points: number;
  readonly max: number;
  readonly waiting: number;
}

/** What marks come to: the points that are decided, the most that could be earned, and how many marks are missing. */
export function sumsOf(marks: readonly Mark[], questions: readonly SheetQuestion[]): Sums {
  return {
    points: hundredths(marks.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    max: hundredths(questions.reduce((sum, { points }) => sum + points, 0)),
    waiting: marks.filter(({ points }) => points === null).length,
  };
}
