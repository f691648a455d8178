/** A log that is piped or redirected into this process: `docker logs -f broker | …`, `… < mosquitto.log`. */
import type { LogSource } from "./source";

export function stdinSource(): LogSource {
  return { text: "stdin", open: () => Promise.resolve(process.stdin) };
}
