/** For targets without a Mosquitto log: writes into the journal what a student would have read there. */
import type { Journal } from "../journal/journal";

export function narrateInto(_journal: Journal): void {
  // Filled in when the narrator is there.
}
