/** What became of one answer. */
import type { Text } from "../../words/text";

/**
 * `teacher`: to be read by the teacher. `ungradable`: it could not be read, which is not the same as wrong. `blank`: nothing
 * was written. `noted`: taken down, and never said whether it is right before the marks are published.
 */
export const OUTCOMES = ["right", "partly", "wrong", "teacher", "ungradable", "blank", "noted"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Mark {
  readonly question: string;
  readonly outcome: Outcome;
  /** Nothing where the teacher has to decide, or where it could not be read. */
  readonly points: number | null;
  readonly max: number;
  /** Why, for the teacher. It may hold the key. */
  readonly reasons: readonly Text[];
  /** What the student may know at once: facts about their own answer, from which the key does not follow. */
  readonly tells: readonly Text[];
  /** The rules that spoke. */
  readonly rules: readonly string[];
}

/** What a kind of answer finds, before it is points of a question. */
export interface Judged {
  /** From 0 to 1; nothing where the teacher has to decide. */
  readonly share: number | null;
  /** It could not be read: not gradable, which is not the same as wrong. */
  readonly ungradable?: true;
  readonly reasons: readonly Text[];
  readonly tells: readonly Text[];
  readonly rules: readonly string[];
}
