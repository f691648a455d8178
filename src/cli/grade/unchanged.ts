/** What the last run graded, and what it came to: where nothing has changed since, there is nothing to do but to say it again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { put } from "../../report/put";
import { fingerprintOf, sheetFingerprint } from "./fingerprint";
import type { Handed } from "./handed/class";
import type { FoundSheet, Recognition } from "./handed/find-sheet";
import { sheetOf } from "./handed/sheet-of";
import type { Summary } from "./summary";
import type { Text } from "../../words/text";

const FILE = "cache/last.json";

export interface LastRun {
  /** Fingerprint of all that went into it. */
  readonly from: string;
  readonly summary: Summary;
}

/** @returns nothing where there was none, or its record is damaged */
export function lastRun(reports: string): LastRun | undefined {
  try {
    return JSON.parse(readFileSync(join(reports, FILE), "utf8")) as LastRun;
  } catch {
    return undefined;
  }
}

export async function keepRun(reports: string, run: LastRun): Promise<void> {
  await put(join(reports, FILE), JSON.stringify(run));
}

/** Of what a student handed in: who, and the sheet or why there is none. */
export function handedFingerprint(
  { id, record, submitters }: Handed,
  found: FoundSheet | { readonly refused: Text },
): string {
  const sheet = "refused" in found ? found.refused : sheetFingerprint(found.source, found.path);
  return fingerprintOf(id, record, submitters, sheet);
}

/** Of a whole class, in its order; the sheets are read, and let go of. */
export async function classFingerprints(
  submissions: readonly Handed[],
  rules: Recognition,
  signal: AbortSignal,
): Promise<string[]> {
  const fingerprints: string[] = [];
  for (const handed of submissions) {
    signal.throwIfAborted();
    fingerprints.push(handedFingerprint(handed, await sheetOf(handed, rules)));
  }
  return fingerprints;
}
