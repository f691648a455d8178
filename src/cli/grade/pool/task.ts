/** What is handed to whoever grades, and what comes back. */

export interface SheetTask {
  readonly source: string;
  /** As it is called in complaints. */
  readonly name: string;
}

/** Grades sheets one after another: a `GradedSheet` as JSON each, as it is kept too. */
export type Grader = (sheets: readonly SheetTask[]) => string[];
