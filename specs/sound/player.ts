/** A process that plays trials, as `run.ts` names them. */
import { trials } from "./trials";

process.on("message", (id) => {
  void play(id as string);
});

// Whoever asked is gone: what was started for a trial is stopped as at any other end.
process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
});

async function play(id: string): Promise<void> {
  const claims = await trials.find((trial) => trial.id === id)?.run();
  process.send?.(claims);
}
