/** The teacher's file of decisions: read before grading, brought up to date after it. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readDecisions, type Complaint } from "../../judge/answers/decisions/file/read";
import { updateDecisions } from "../../judge/answers/decisions/file/update";
import type { Decisions } from "../../judge/answers/decisions/decision";
import { waitingAnswers } from "../../judge/answers/decisions/waiting";
import type { SheetQuestion } from "../../judge/answers/question";
import { put } from "../../report/put";
import type { GradedSubmission } from "../../report/grades/grades";
import type { Lang } from "../../words/text";
import { unreadable } from "./unreadable";

const NAME = "decisions.yaml";

export interface DecisionsFile {
  readonly path: string;
  readonly source: string;
  readonly decisions: Decisions;
  /** Decisions that cannot be taken; the others hold. */
  readonly complaints: readonly Complaint[];
}

type Questions = ReadonlyMap<string, SheetQuestion>;

/** Where decisions are kept unless the teacher says otherwise: with what they are about, not with reports that come and go. */
export function usualPlace(class_: string, isFolder: boolean): string {
  return join(isFolder ? class_ : dirname(class_), NAME);
}

/** @throws UserError where the file is there and cannot be read */
export async function openDecisions(path: string, questions: Questions): Promise<DecisionsFile> {
  const source = await contentOf(path);
  return { path, source, ...readDecisions(source, questions) };
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw unreadable(path, error);
  }
}

export interface Updated {
  /** Answers that wait, and how many of them are different. */
  readonly waiting: number;
  readonly different: number;
  /** The file as it is now. */
  readonly source: string;
}

/** Adds the answers that wait to the file. What the teacher wrote there stays as it is. */
export async function keepWaiting(
  { path, source }: DecisionsFile,
  submissions: readonly GradedSubmission[],
  questions: readonly SheetQuestion[],
  byId: Questions,
  lang: Lang,
): Promise<Updated> {
  const marks = submissions.map((submission) => submission.marks);
  const groups = waitingAnswers(marks, questions);
  const updated = updateDecisions(source, groups, byId, lang);
  if (updated !== source) await put(path, updated);
  const waiting = groups.reduce((sum, { students }) => sum + students, 0);
  return { waiting, different: groups.length, source: updated };
}
