/** A run that is played now: target started, exercises played, target stopped. */
import type { Exercise } from "../exercise/exercise";
import { play } from "../exercise/play";
import { REPORT_FILES } from "../report/files";
import type { PhaseName } from "../report/report";
import type { Target } from "../target/target";
import { wordsOf } from "../words/words";
import type { Invocation } from "./commands";
import { interruption } from "./interrupt";
import { teller } from "./progress";
import { writable, type Recording } from "./recorded";
import { startTarget } from "./start-target";
import { TOOL } from "./tool";
import { userError } from "./user-error";

const DEFAULT_FOLDER = "reports";

export async function played(
  probe: Exercise,
  exercises: readonly Exercise[],
  { env, lang, stderr }: Invocation,
): Promise<Recording> {
  const folder = env.TP_REPORTS || DEFAULT_FOLDER;
  await writable(folder);
  const phases: Partial<Record<PhaseName, number>> = {};
  using interrupt = interruption();
  const began = performance.now();
  await using target = await startTarget(env).catch((error: unknown) => {
    throw interrupt.signal.aborted ? userError((words) => words.interrupted) : error;
  });
  phases.start = performance.now() - began;
  const progress = teller(stderr, exercises.length, lang);
  progress.note(wordsOf(lang).progress.target(nameOf(target)));
  try {
    const journal = await play(target, {
      tool: TOOL,
      probe,
      exercises,
      signal: interrupt.signal,
      onProgress: (step) => {
        if (step.event === "phase") phases[step.phase] = step.ms;
        progress.tell(step);
      },
    });
    const interrupted = interrupt.signal.aborted;
    return { entries: journal.entries, exercises, phases, folder, files: REPORT_FILES, interrupted };
  } finally {
    progress.end();
  }
}

function nameOf({ kind, version, address }: Target): string {
  return [kind, ...(version === undefined ? [] : [version]), `${address.host}:${address.port}`].join(" · ");
}
