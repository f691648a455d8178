/** What the reports on a class are made from: submissions that were graded. No time of day is in it: the same class gives the same bytes. */
import type { Problem, Student } from "../../judge/answers/answer";
import type { Mark } from "../../judge/answers/mark";
import type { SheetQuestion } from "../../judge/answers/question";
import type { Lang, Text } from "../../words/text";

/** A mark that came from the program, or from what the teacher decided. */
export interface FinalMark extends Mark {
  /** Of what was written, see `hashOf`: it stays when what was written is let go of. */
  readonly hash?: string;
  /** The teacher decided on this answer, or on one that is the same. */
  readonly decided?: { readonly note?: string };
  /** What was written, in the order answer, excerpt, commands; empty parts are left out. */
  readonly written: readonly {
    readonly place: "answer" | "excerpt" | "commands";
    readonly text: string;
    readonly line: number;
  }[];
}

export interface GradedSubmission {
  /** Name of its folder, archive or file in the folder of the class: unique, and safe as a file name. */
  readonly id: string;
  readonly student: Student;
  /** Moodle's record number, as in `Full name_900110_assignsubmission_file`. */
  readonly record?: string;
  /** The sheet that was graded, as a path within the submission. */
  readonly file?: string;
  /** Nothing could be graded: why, in one sentence. `marks` is empty then. */
  readonly refused?: Text;
  readonly problems: readonly Problem[];
  /** One a question, in the order of the sheet. */
  readonly marks: readonly FinalMark[];
  /** Sum of what is decided; `max` that of all questions; `waiting` how many wait for the teacher. */
  readonly points: number;
  readonly max: number;
  readonly waiting: number;
}

/** Submissions that share what students seldom come to by themselves. */
export interface Likeness {
  readonly kind: "sheets" | "excerpt";
  /** Ids of the submissions. */
  readonly between: readonly string[];
  /** Of an excerpt: the question and the line that they share. */
  readonly question?: string;
  readonly text?: string;
  /** Of sheets: the part of their words that is the same, from 0 to 1. */
  readonly share?: number;
}

export interface ClassGrades {
  readonly tool: { readonly name: string; readonly version: string };
  readonly lang: Lang;
  readonly questions: readonly SheetQuestion[];
  /** Sorted by id. */
  readonly submissions: readonly GradedSubmission[];
  readonly likenesses: readonly Likeness[];
  /** The broker whose recorded journal the truth comes from: `2.0.11`. */
  readonly broker: string;
}
