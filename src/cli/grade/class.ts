/** Grades a class and writes its reports. */
import { join, resolve } from "node:path";
import { questionIds } from "../../judge/answers/questions/questions";
import { likenesses } from "../../judge/answers/likeness/likeness";
import { tracer, type Trace } from "../../judge/answers/likeness/trace";
import type { ClassGrades, GradedSubmission } from "../../report/grades/grades";
import { classFiles, studentFiles, type About, type ClassOptions } from "../../report/grades/write";
import type { Invocation } from "../commands";
import { INTERRUPTED, interruption } from "../interrupt";
import { writable, writing } from "../recorded";
import { TOOL } from "../tool";
import { userError } from "../user-error";
import { openCache } from "./cache";
import { keepWaiting, openDecisions } from "./decided";
import { gradeAll } from "./engine";
import { fingerprintOf, materialFingerprint, programFingerprint } from "./fingerprint";
import { openFolder, type Made } from "./folder";
import { openClass, type HandedClass } from "./handed/class";
import { recognition } from "./handed/sheet-of";
import { lightener } from "./light";
import { openPool, type Pool } from "./pool/pool";
import { gradeProgress, type GradeProgress } from "./progress";
import type { Outcome } from "./screen";
import type { GradeSettings } from "./settings";
import { submissionOf } from "./submission";
import { unreadable } from "./unreadable";

type Asking = Pick<Invocation, "lang" | "stderr">;

/** @throws UserError where nothing could be graded, or the run was interrupted: what was graded is kept */
export async function gradeClass(settings: GradeSettings, { lang, stderr }: Asking): Promise<Outcome> {
  const { reports, ingredients, byId, options } = settings;
  const { questions, truth } = ingredients;
  const decided = await openDecisions(settings.decisions, byId);
  const handed = await opened(settings);
  try {
    if (handed.submissions.length === 0) throw userError(({ grade }) => grade.nobody(settings.class));
    await writable(reports);
    const folder = openFolder(reports);
    const about: About = { tool: TOOL, lang, questions, broker: truth.broker };
    using interrupt = interruption();
    using progress = gradeProgress(stderr, handed.submissions.length, lang);
    const program = programFingerprint();
    const rendering = fingerprintOf(program, about, options);
    const submissions = new Array<GradedSubmission>(handed.submissions.length);
    const fingerprints = new Array<string>(handed.submissions.length);
    const traces = new Array<Trace>(handed.submissions.length);
    const [light, trace] = [lightener(), tracer(questions)];
    const settling = { questions, byId, decisions: decided.decisions };
    let kept = 0;
    await graded(handed, settings, {
      program,
      progress,
      signal: interrupt.signal,
      use: async (attempt, i) => {
        const submission = submissionOf(attempt, settling);
        const fingerprint = fingerprintOf(rendering, submission);
        await folder.keep(submission.id, fingerprint, () => ({
          files: studentFiles(submission, about, options.release),
        }));
        [submissions[i], fingerprints[i], traces[i]] = [light(submission), fingerprint, trace(submission)];
        if (attempt.isKept) kept += 1;
        progress.graded(attempt.isKept);
      },
    });
    progress.writing();
    const { said } = await writing(reports, async () => {
      const written = await folder.keep("", fingerprintOf(rendering, fingerprints), () =>
        ofClass(about, submissions, traces, options),
      );
      await folder.finish();
      return written;
    });
    const waiting = await keepWaiting(decided, submissions, questions, byId, lang);
    const { path, complaints } = decided;
    const { alike = 0, notes = [] } = said ?? {};
    return { about, submissions, kept, alike, waiting, decisions: path, complaints, reports, notes };
  } finally {
    handed.close();
  }
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
  readonly program: string;
  readonly progress: GradeProgress;
  readonly signal: AbortSignal;
  readonly use: Parameters<typeof gradeAll>[1]["use"];
}

async function graded(
  { submissions }: HandedClass,
  { ingredients, reports, workers, byId }: GradeSettings,
  { program, progress, signal, use }: Grading,
): Promise<void> {
  using cache = openCache(join(reports, "cache"), materialFingerprint(program, ingredients));
  let pool: Pool | undefined;
  try {
    await gradeAll(submissions, {
      rules: recognition(ingredients.questions, new Set([...questionIds(), ...byId.keys()])),
      cache,
      pool: () =>
        (pool ??= openPool(ingredients, { threads: Math.min(workers, submissions.length), signal })),
      threads: workers,
      signal,
      use,
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw userError(({ grade }) => grade.interrupted(progress.done, submissions.length), INTERRUPTED);
  } finally {
    await pool?.[Symbol.asyncDispose]();
  }
}

function ofClass(
  about: About,
  submissions: readonly GradedSubmission[],
  traces: readonly Trace[],
  options: ClassOptions,
): Made {
  const grades: ClassGrades = { ...about, submissions, likenesses: likenesses(traces, about.questions) };
  const files = classFiles(grades, options);
  const notes = files.flatMap((file) => file.notes ?? []);
  return { files, said: { notes, alike: grades.likenesses.length } };
}
