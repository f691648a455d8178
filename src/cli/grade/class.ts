/** Grades a class and writes its reports. */
import { join, resolve } from "node:path";
import { questionIds } from "../../judge/answers/questions/questions";
import { excerptLines } from "../../judge/answers/likeness/excerpts";
import { likenesses } from "../../judge/answers/likeness/likeness";
import { tracer, type Trace } from "../../judge/answers/likeness/trace";
import type { ClassGrades, GradedSubmission } from "../../report/grades/grades";
import { classFiles, studentFiles, type About, type ClassOptions } from "../../report/grades/write";
import type { Invocation } from "../commands";
import { INTERRUPTED, interruption } from "../interrupt";
import { writable, writing } from "../recorded";
import { TOOL } from "../tool";
import { userError } from "../user-error";
import { openCache, type Cache } from "./cache";
import { keepWaiting, openDecisions, type DecisionsFile } from "./decided";
import { gradeAll, keptGrade, type Attempt } from "./engine";
import { fingerprintOf, materialFingerprint, programFingerprint } from "./fingerprint";
import { openFolder, type Made } from "./folder";
import { openClass, type Handed, type HandedClass } from "./handed/class";
import type { Recognition } from "./handed/find-sheet";
import { recognition } from "./handed/sheet-of";
import { lightener } from "./light";
import { openPool, type Pool } from "./pool/pool";
import { gradeProgress, type GradeProgress } from "./progress";
import type { GradeSettings } from "./settings";
import { submissionOf } from "./submission";
import { summaryOf, type Summary } from "./summary";
import { classFingerprints, keepRun, lastRun } from "./unchanged";
import { unreadable } from "./unreadable";

type Asking = Pick<Invocation, "lang" | "stderr">;

/** A class that was graded, and whether it was now. */
export interface Outcome {
  readonly summary: Summary;
  /** Submissions that were graded in an earlier run. */
  readonly kept: number;
  /** Not there where nothing has changed since the last run. */
  readonly grades?: ClassGrades;
}

/** @throws UserError where nothing could be graded, or the run was interrupted: what was graded is kept */
export async function gradeClass(settings: GradeSettings, asking: Asking): Promise<Outcome> {
  const decided = await openDecisions(settings.decisions, settings.byId);
  const handed = await opened(settings);
  try {
    if (handed.submissions.length === 0) throw userError(({ grade }) => grade.nobody(settings.class));
    await writable(settings.reports);
    return await gradeOpened(handed.submissions, decided, settings, asking);
  } finally {
    handed.close();
  }
}

async function gradeOpened(
  class_: readonly Handed[],
  decided: DecisionsFile,
  settings: GradeSettings,
  { lang, stderr }: Asking,
): Promise<Outcome> {
  const { reports, ingredients, byId, options } = settings;
  const { questions, truth } = ingredients;
  using interrupt = interruption();
  const { signal } = interrupt;
  const folder = openFolder(reports);
  const about: About = { tool: TOOL, lang, questions, broker: truth.broker };
  const material = materialFingerprint(programFingerprint(), ingredients);
  const rendering = fingerprintOf(material, about, options);
  const rules = recognition(questions, new Set([...questionIds(), ...byId.keys()]));
  using progress = gradeProgress(stderr, class_.length, lang);
  const last = settings.since === undefined && folder.isWhole() ? lastRun(reports) : undefined;
  if (last !== undefined) {
    const now = fingerprintOf(rendering, decided.source, await classFingerprints(class_, rules, signal));
    if (now === last.from) return { summary: last.summary, kept: class_.length };
  }
  using cache = openCache(join(reports, "cache"), material);
  const submissions = new Array<GradedSubmission>(class_.length);
  const traces = new Array<Trace>(class_.length);
  const [fingerprints, from] = [
    new Array<string>(class_.length),
    new Array<string | undefined>(class_.length),
  ];
  const keys = new Map<string, string>();
  const [light, trace] = [lightener(), tracer(questions)];
  const settling = { questions, byId, decisions: decided.decisions };
  let kept = 0;
  const use = async (attempt: Attempt, i: number) => {
    const submission = submissionOf(attempt, settling);
    const settled = submission.marks.filter((mark) => mark.decided !== undefined);
    const fingerprint = fingerprintOf(rendering, attempt.from ?? submission.refused, settled);
    const make = () => ({ files: studentFiles(submission, about, options.release) });
    await writing(reports, () => folder.keep(submission.id, fingerprint, make));
    [submissions[i], traces[i]] = [light(submission), trace(submission)];
    [fingerprints[i], from[i]] = [fingerprint, attempt.from];
    if (attempt.key !== undefined) keys.set(submission.id, attempt.key);
    if (attempt.isKept) kept += 1;
    progress.graded(attempt.isKept);
  };
  await graded(class_, settings, { cache, rules, progress, signal, use });
  progress.writing();
  const linesOf = (id: string, question: string) => {
    const marks = keptGrade(cache, keys.get(id) ?? "")?.marks ?? [];
    return new Set(
      marks.filter((mark) => mark.question === question).flatMap((mark) => [...excerptLines(mark)]),
    );
  };
  const said = await writing(reports, async () => {
    const written = await folder.keep("", fingerprintOf(rendering, fingerprints), () =>
      ofClass({ ...about, submissions, likenesses: likenesses(traces, questions, linesOf) }, options),
    );
    await folder.finish();
    return written.said ?? { alike: 0, notes: [] };
  });
  const updated = await keepWaiting(decided, submissions, questions, byId, lang);
  const summary = summaryOf(submissions, updated, decided.complaints, said);
  if (from.every((one) => one !== undefined))
    await keepRun(reports, { from: fingerprintOf(rendering, updated.source, from), summary });
  return { summary, kept, grades: { ...about, submissions, likenesses: [] } };
}

async function opened({ class: path, decisions }: GradeSettings): Promise<HandedClass> {
  try {
    return await openClass(path, new Set([resolve(decisions)]));
  } catch (error) {
    if (error instanceof Error && "text" in error) throw error;
    throw unreadable(path, error);
  }
}

interface Grading {
  readonly cache: Cache;
  readonly rules: Recognition;
  readonly progress: GradeProgress;
  readonly signal: AbortSignal;
  readonly use: Parameters<typeof gradeAll>[1]["use"];
}

async function graded(
  class_: readonly Handed[],
  { ingredients, workers }: GradeSettings,
  { cache, rules, progress, signal, use }: Grading,
): Promise<void> {
  const threads = Math.min(workers, class_.length);
  let pool: Pool | undefined;
  try {
    await gradeAll(class_, {
      rules,
      cache,
      pool: () => (pool ??= openPool(ingredients, { threads, signal })),
      threads,
      signal,
      use,
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw userError(({ grade }) => grade.interrupted(progress.done, class_.length), INTERRUPTED);
  } finally {
    await pool?.[Symbol.asyncDispose]();
  }
}

function ofClass(grades: ClassGrades, options: ClassOptions): Made {
  const files = classFiles(grades, options);
  const notes = files.flatMap((file) => file.notes ?? []);
  return { files, said: { notes, alike: grades.likenesses.length } };
}
