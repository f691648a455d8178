/** One reporter a file of the reports folder; a file without its reporter does not compile. */
import { journalLines } from "../evidence/journal/file";
import type { ReportFile } from "./files";
import { junit } from "./junit/junit";
import { summary } from "./summary";
import type { Reporter } from "./report";

export const REPORTERS = {
  "results.json": ({ results }) => `${JSON.stringify(results, null, 2)}\n`,
  "junit.xml": junit,
  "summary.md": summary,
  "journal.jsonl": ({ entries }) => journalLines(entries),
  "broker.log": ({ entries }) => brokerLog(entries),
} satisfies Record<ReportFile, Reporter>;

/** The log as it came, line by line. */
function* brokerLog(entries: Parameters<Reporter>[0]["entries"]): Generator<string> {
  for (const entry of entries) if (entry.source === "log") yield `${entry.text}\n`;
}
