/** Grades a class and writes its reports. */
import { join, resolve } from "node:path";
import { questionIds } from "../../judge/answers/questions/questions";
import type { ClassGrades } from "../../report/grades/grades";
import { classFiles, type About, type ClassOptions, type Shares } from "../../report/grades/write";
import type { Invocation } from "../commands";
import { INTERRUPTED, interruption } from "../interrupt";
import { writable, writing } from "../recorded";
import { TOOL } from "../tool";
import { userError } from "../user-error";
import { openCache, type Cache } from "./cache";
import { keepWaiting, openDecisions, type DecisionsFile } from "./decided";
import { gradeAll, type Attempt } from "./engine";
import { fingerprintOf, materialFingerprint, programFingerprint } from "./fingerprint";
import { openFolder, type Made } from "./folder";
import { GradedClass } from "./graded-class";
import { openClass, type Handed, type HandedClass } from "./handed/class";
import type { Recognition } from "./handed/find-sheet";
import { recognition } from "./handed/sheet-of";
import { openPool, type Pool } from "./pool/pool";
import { gradeProgress, type GradeProgress } from "./progress";
import type { GradeSettings } from "./settings";
import { keepShares } from "./shares";
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
  using shares = keepShares(reports);
  const all = new GradedClass({
    reports,
    folder,
    cache,
    shares,
    about,
    release: options.release,
    settling: { questions, byId, decisions: decided.decisions },
    rendering,
  });
  const use = async (attempt: Attempt, i: number) => {
    await all.add(attempt, i);
    progress.graded(attempt.isKept);
  };
  await graded(class_, settings, { cache, rules, progress, signal, use });
  progress.writing();
  const { submissions, from, kept } = all;
  const said = await writing(reports, async () => {
    const written = await folder.keep("", fingerprintOf(rendering, all.fingerprints), () =>
      ofClass({ ...about, submissions, likenesses: all.likenesses() }, options, shares.all),
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

function ofClass(grades: ClassGrades, options: ClassOptions, shares: Shares): Made {
  const files = classFiles(grades, options, shares);
  const notes = files.flatMap((file) => file.notes ?? []);
  return { files, said: { notes, alike: grades.likenesses.length } };
}
