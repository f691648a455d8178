/** The TLS secrets of one exercise as an NSS key log, with which Wireshark decrypts its capture. */
import type { Entry } from "../../journal/entry";
import type { KeyFile } from "./comments";

/**
 * Whether secrets are written beside an exercise's capture. They are not once any client of the run logged in with a
 * password: every client of a run logs in alike, and inside TLS the secrets would give it away.
 * @param entries of that exercise
 * @param run all of the run's
 */
export function keyFile(entries: readonly Entry[], run: readonly Entry[]): KeyFile {
  if (!entries.some(isSecret)) return "none";
  return run.some(hasPassword) ? "withheld" : "beside";
}

/** The file, line by line. */
export function* keyLog(entries: readonly Entry[], application: string): Generator<string> {
  yield `# ${application}\n`;
  for (const entry of entries) if (isSecret(entry)) yield `${entry.text.trimEnd()}\n`;
}

function isSecret(entry: Entry) {
  return entry.source === "tls" && entry.event === "secret";
}

function hasPassword(entry: Entry): boolean {
  if (entry.source !== "wire" || entry.event !== "packet") return false;
  return entry.packet.type === "CONNECT" && entry.packet.hasPassword;
}
