/** What is kept of a submission to compare it with others: a class of a thousand is not held in memory word for word. */
import type { SheetQuestion } from "../question";
import type { MarkedAnswer } from "../submission/graded";
import { excerptLines, lineNumbers } from "./excerpts";
import { rowsOf } from "./rows";
import { askedQuestions, proseWords } from "./words";

export interface Trace {
  readonly id: string;
  /** Words in a row of its answers in prose, see `rowsOf`. */
  readonly rows: Uint32Array;
  /** Lines of the log that tell one moment as numbers, by question; only of those that have any. */
  readonly excerpts: ReadonlyMap<string, Float64Array>;
}

export interface Comparable {
  readonly id: string;
  readonly marks: readonly MarkedAnswer[];
}

export function tracer(questions: readonly SheetQuestion[]): (submission: Comparable) => Trace {
  const asked = askedQuestions(questions);
  return ({ id, marks }) => {
    const excerpts = marks.map((mark) => [mark.question, lineNumbers(excerptLines(mark))] as const);
    return {
      id,
      rows: rowsOf(proseWords(marks, asked)),
      excerpts: new Map(excerpts.filter(([, lines]) => lines.length > 0)),
    };
  };
}
