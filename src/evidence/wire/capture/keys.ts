/** The TLS secrets of one exercise as an NSS key log, with which Wireshark decrypts its capture. */
import type { Entry } from "../../journal/entry";
import { hasPassword, isSecret } from "../../journal/secrets";
import type { KeyFile } from "./comments";

/**
 * Whether secrets are written beside an exercise's capture.
 * @param entries of that exercise
 * @param withPassword whether the run's clients log in with one, which the secrets would give away
 */
export function keyFile(entries: readonly Entry[], withPassword: boolean): KeyFile {
  // A journal that was saved has no secrets any more then, and the capture still says why.
  if (withPassword && entries.some(({ source }) => source === "tls")) return "withheld";
  return entries.some(isSecret) ? "beside" : "none";
}

/** Whether any client of a run logged in with a password. All of them log in alike, and not every login can be seen. */
export function logsInWithPassword(run: readonly Entry[]): boolean {
  return run.some(hasPassword);
}

/** The file, line by line. */
export function* keyLog(entries: readonly Entry[], application: string): Generator<string> {
  yield `# ${application}\n`;
  for (const entry of entries) if (isSecret(entry)) yield `${entry.text.trimEnd()}\n`;
}
