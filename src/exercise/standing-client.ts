/**
 * The client that is connected from before the first exercise until after the last, and only pings. A broker that was
 * restarted meanwhile answers again when all is over, but it has lost this connection.
 */
import type { Journal } from "../evidence/journal/journal";
import type { Target } from "../target/target";
import { RawClient } from "./raw-client";
import { NotSeen } from "./wait";

/** Exercise to which the mark belongs in the journal. */
const EXERCISE = "0-target";
/** Seconds. */
const KEEP_ALIVE = 60;
/** Milliseconds. */
const PING_EVERY = 20_000;

export interface StandingClient {
  /** Disconnects; from then on nothing is written down any more. */
  leave(): Promise<void>;
}

/**
 * Connects, directly: what others do to the lines of the tap is not its concern. Its connection’s end leaves the mark
 * `went-away`. A broker that takes no further client leaves none: that is judged elsewhere.
 */
export async function standBy(journal: Journal, target: Target): Promise<StandingClient> {
  const client = new RawClient("standing", `${journal.run}-0-standing`, target.address, target.credentials);
  if (!(await accepted(client))) return { leave: () => Promise.resolve() };
  let leaving = false;
  const pings = setInterval(() => {
    client.send({ cmd: "pingreq" });
  }, PING_EVERY);
  void client.closed.then(() => {
    clearInterval(pings);
    if (!leaving) journal.add({ source: "play", exercise: EXERCISE, event: "mark", name: "went-away" });
  });
  return {
    leave: async () => {
      leaving = true;
      clearInterval(pings);
      await client.disconnect().catch(() => undefined);
      client.destroy();
    },
  };
}

async function accepted(client: RawClient): Promise<boolean> {
  try {
    if ((await client.connect({ keepAlive: KEEP_ALIVE })).code === 0) return true;
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error;
  }
  client.destroy();
  return false;
}
