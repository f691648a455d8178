/**
 * Waits until the log has caught up with the run. A log is written in one order, so once a line about a client that came
 * last has been read, every line about the run's exercises has been read, or will never be.
 */
import type { Journal } from "../evidence/journal/journal";
import type { Target } from "../target/target";
import { RawClient } from "./raw-client";
import { NotSeen, within } from "./wait";

/** Exercise to which the fence's marks belong in the journal. */
export const FENCE = "0-target";

/** Milliseconds that a log may be behind: the sheet promises that it is read live. */
export const LOG_BOUND = 3000;

/** Leaves the marks `log-fence` (when the last client had come) and, if its line was read in time, `log-caught-up`. */
export async function fenceLog(journal: Journal, target: Target): Promise<void> {
  if (target.log.open === undefined) return;
  const id = `${journal.run}-fence`;
  const mark = (name: string) => {
    journal.add({ source: "play", exercise: FENCE, event: "mark", name });
  };
  const caughtUp = new Promise<void>((resolve) => {
    const deaf = journal.listen((entry) => {
      if (entry.source !== "log" || !entry.text.includes(id)) return;
      deaf();
      resolve();
    });
  });
  const client = new RawClient("fence", id, target.address, target.credentials);
  try {
    await client.connect();
    await client.fence();
    mark("log-fence");
    await within(caughtUp, "the fence's line in the log", LOG_BOUND);
    mark("log-caught-up");
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
  } finally {
    client.destroy();
  }
}
