/** A submission as the reports show it: what grading gave, with what the teacher decided. */
import type { Student } from "../../judge/answers/answer";
import { applyDecisions, type Decisions } from "../../judge/answers/decisions/decision";
import type { SheetQuestion } from "../../judge/answers/question";
import { sumsOf } from "../../judge/answers/submission/graded";
import type { GradedSubmission } from "../../report/grades/grades";
import type { Attempt } from "./engine";
import type { Handed } from "./handed/class";

const NOBODY: Student = { name: "", number: "", clients: [] };

export interface Settling {
  readonly questions: readonly SheetQuestion[];
  readonly byId: ReadonlyMap<string, SheetQuestion>;
  readonly decisions: Decisions;
}

export function submissionOf({ handed, file, graded }: Attempt, settling: Settling): GradedSubmission {
  const { questions, byId, decisions } = settling;
  const {
    marks = [],
    student = NOBODY,
    problems = [],
    refused,
  } = graded as Partial<Extract<Attempt["graded"], { student: Student }>>;
  const settled = applyDecisions(marks, byId, decisions);
  return {
    id: handed.id,
    student: named(student, handed),
    ...(handed.record === undefined ? {} : { record: handed.record }),
    ...(file === undefined ? {} : { file }),
    ...(refused === undefined ? {} : { refused }),
    problems,
    marks: settled,
    ...(refused === undefined
      ? sumsOf(settled, questions)
      : { points: 0, max: sumsOf([], questions).max, waiting: 0 }),
  };
}

/** The platform knows who handed in; the sheet says only what was typed there. */
function named(student: Student, { submitters }: Handed): Student {
  const { name = "", number = "" } = submitters ?? {};
  return { ...student, name: name || student.name, number: number || student.number };
}
