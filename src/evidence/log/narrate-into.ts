/** For targets without a Mosquitto log: writes into the journal what a student would have read there. */
import type { Journal } from "../journal/journal";
import type { LogEntry } from "../journal/entry";
import { printEvent } from "./grammar";
import { narrate } from "./narrator";

/** Whose words the narrator uses: the last version of the series that students mostly meet. */
const NARRATED_VERSION = "2.0.22";

/** Adds the lines at the times of the packets that call for them, with Mosquitto's default timestamps. */
export function narrateInto(journal: Journal): void {
  const run = journal.entries.find((entry) => entry.source === "run");
  const startedAt = Date.parse(run?.startedAt ?? "1970-01-01T00:00:00Z");
  for (const { event, because } of narrate(journal.entries, NARRATED_VERSION)) {
    const second = Math.floor((startedAt + because.at) / 1000);
    const text = `${second}: ${printEvent(event, NARRATED_VERSION)}`;
    const entry: LogEntry = { at: because.at, source: "log", text, by: "narrator" };
    journal.add(entry);
  }
}
