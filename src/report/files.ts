/** The files that a run leaves in its reports folder. */
export const REPORT_FILES = [
  "results.json",
  "junit.xml",
  "summary.md",
  "journal.jsonl",
  "broker.log",
] as const;
export type ReportFile = (typeof REPORT_FILES)[number];
