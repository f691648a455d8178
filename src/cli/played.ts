/** A run that is played now: target started, exercises played, target stopped. */
import type { Entry } from "../evidence/journal/entry";
import type { Exercise } from "../exercise/exercise";
import { play } from "../exercise/play";
import { REPORT_FILES } from "../report/files";
import type { PhaseName } from "../report/report";
import type { Target } from "../target/target";
import type { Invocation } from "./commands";
import { INTERRUPTED, interruption } from "./interrupt";
import { teller } from "./progress";
import { writable, type Recording } from "./recorded";
import type { Asking } from "./ssh-log";
import { startTarget } from "./start-target";
import { TOOL } from "./tool";
import { userError } from "./user-error";

const DEFAULT_FOLDER = "reports";

/**
 * @throws UserError, TargetError or LogSourceError when nothing could be played; nothing is left running then
 */
export async function played(
  probe: Exercise,
  exercises: readonly Exercise[],
  { env, lang, stderr }: Pick<Invocation, "env" | "lang" | "stderr">,
): Promise<Recording> {
  const folder = env.TP_REPORTS || DEFAULT_FOLDER;
  await writable(folder);
  const phases: Partial<Record<PhaseName, number>> = {};
  using interrupt = interruption();
  const { signal } = interrupt;
  const progress = teller(stderr, exercises.length, lang);
  try {
    const began = performance.now();
    await using target = timed(await started(env, { lang, signal }), phases);
    interrupt.keepTarget();
    phases.start = performance.now() - began;
    progress.target(nameOf(target));
    const journal = await play(target, {
      tool: TOOL,
      probe,
      exercises,
      signal,
      onProgress: (step) => {
        if (step.event === "phase") phases[step.phase] = step.ms;
        progress.tell(step);
      },
    });
    const { aborted: interrupted } = signal;
    const { entries } = journal;
    const judged = interrupted ? ended(exercises, entries) : exercises;
    return { entries, exercises: judged, phases, folder, files: REPORT_FILES, interrupted };
  } finally {
    progress.end();
  }
}

/** The target, whose stopping is a phase of the run too. */
function timed(target: Target, phases: Partial<Record<PhaseName, number>>): Target {
  const stop = async () => {
    const began = performance.now();
    await target[Symbol.asyncDispose]();
    phases.stop = performance.now() - began;
  };
  return { ...target, [Symbol.asyncDispose]: stop };
}

/** Those that were played to their end: of the others a connection that was cut would be blamed on the broker. */
function ended(exercises: readonly Exercise[], entries: readonly Entry[]): readonly Exercise[] {
  return exercises.filter(({ id }) =>
    entries.some((entry) => entry.source === "play" && entry.event === "ended" && entry.exercise === id),
  );
}

/** A broker that is stopped while it starts says that it ended early: its user knows why. */
async function started(env: NodeJS.ProcessEnv, asking: Asking): Promise<Target> {
  try {
    return await startTarget(env, asking);
  } catch (error) {
    throw asking.signal.aborted ? userError((words) => words.interrupted, INTERRUPTED) : error;
  }
}

function nameOf({ kind, version, address }: Target): string {
  return [kind, ...(version === undefined ? [] : [version]), `${address.host}:${address.port}`].join(" · ");
}
