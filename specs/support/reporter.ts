/** Jest's reporter for the lab: writes the same reports as `tp-mqtt verify`, and ends with the same exit status. */
import { dirname } from "node:path";
import { complain } from "../../src/cli/complain";
import { conclude } from "../../src/cli/conclude";
import { REPORT_FILES } from "../../src/report/files";
import { journal, JOURNAL, judgedExercises, lang } from "./lab";

export default class LabReporter {
  /** Called by Jest when every test has ended. */
  async onRunComplete(): Promise<void> {
    try {
      endWith(await report());
    } catch (error) {
      endWith(complain(error, lang));
    }
  }
}

/** @returns the exit status; 0 when the lab was no part of this run */
async function report(): Promise<number> {
  const entries = journal();
  if (entries === undefined) return 0;
  const { env, stdout } = process;
  const folder = dirname(env[JOURNAL] ?? "");
  const files = REPORT_FILES.filter((file) => file !== "journal.jsonl");
  const exercises = judgedExercises(entries);
  return conclude({ entries, exercises: [], phases: {}, folder, files, interrupted: false }, exercises, {
    env,
    lang,
    stdout,
  });
}

/** Jest calls a run green in which every test was skipped. It sets its own status when the process ends: ours comes after. */
function endWith(status: number): void {
  if (status === 0) return;
  process.exitCode = status;
  if (status !== 2) return;
  process.once("beforeExit", () => {
    process.once("exit", () => {
      process.exitCode = status;
    });
  });
}
