/** What a student handed in, once it has been read: the answers, where they stand, and what could not be read. */
import type { Lang, Text } from "../../words/text";

/** Counted from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A piece of the sheet with the position of its first character. */
export interface Written extends Position {
  readonly text: string;
}

export interface Answer {
  /** Empty where nothing is written. */
  readonly answer: Written;
  /** Lines of the broker's log. */
  readonly excerpt?: Written;
  /** Commands as typed in a shell, one a line. */
  readonly commands?: Written;
}

/** Something in the sheet that cannot be taken as it stands: one sentence, for the student. */
export interface Problem extends Position {
  readonly what: Text;
  /** The question that it makes ungradable; without one, the whole sheet is. */
  readonly question?: string;
  /** It is worth saying, and everything can be graded all the same. */
  readonly harmless?: true;
}

export interface Student {
  /** As they wrote them; empty where they did not. */
  readonly name: string;
  readonly number: string;
  /** Client identifiers that they say they used. */
  readonly clients: readonly string[];
}

export interface Sheet {
  /** Of the sheet that was filled in. */
  readonly lang: Lang;
  readonly student: Student;
  /** By question. Questions that the sheet leaves out are absent. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly problems: readonly Problem[];
}
