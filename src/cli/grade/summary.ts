/** What a class came to, as the screen says it: small, so that it can be kept for a run in which nothing has changed. */
import type { Complaint } from "../../judge/answers/decisions/file/read";
import type { GradedSubmission } from "../../report/grades/grades";
import { classFigures } from "../../report/grades/statistics";
import type { Text } from "../../words/text";
import type { Updated } from "./decided";
import type { Said } from "./folder";

export interface Summary extends Said {
  readonly submissions: number;
  readonly graded: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly max: number;
  readonly refused: readonly { readonly id: string; readonly why: Text }[];
  /** Answers that the teacher's decisions settled. */
  readonly decided: number;
  readonly waiting: number;
  /** Different ones among those that wait. */
  readonly different: number;
  /** Decisions that were left out. */
  readonly complaints: readonly Complaint[];
}

export function summaryOf(
  submissions: readonly GradedSubmission[],
  { waiting, different }: Updated,
  complaints: readonly Complaint[],
  said: Said,
): Summary {
  const totals = submissions.map(({ refused, points, max, waiting: open }) =>
    refused === undefined ? { total: { points, max, waiting: open } } : {},
  );
  const { graded, mean, median, max } = classFigures(totals);
  const marks = submissions.flatMap((submission) => submission.marks);
  return {
    submissions: submissions.length,
    graded,
    mean,
    median,
    max,
    refused: submissions.flatMap(({ id, refused: why }) => (why === undefined ? [] : [{ id, why }])),
    decided: marks.filter((mark) => mark.decided !== undefined).length,
    waiting,
    different,
    complaints,
    ...said,
  };
}
