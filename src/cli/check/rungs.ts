/**
 * How far up a student has asked for hints, in a small file beside the sheet: `.reponses.yaml.hints.json`. It holds
 * nothing but question ids and numbers; without it, or with one that is damaged, the hints begin at the first again.
 */
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { put } from "../../report/put";

/** Rungs by question; 1 once the first hint was shown. */
export type Rungs = ReadonlyMap<string, number>;

export function rungsFile(sheet: string): string {
  return join(dirname(sheet), `.${basename(sheet)}.hints.json`);
}

/** None where there is no such file, or none that can be understood. */
export function readRungs(file: string): Rungs {
  try {
    const { rungs } = JSON.parse(readFileSync(file, "utf8")) as { rungs: Record<string, unknown> };
    const entries = Object.entries(rungs).flatMap(([id, rung]) =>
      typeof rung === "number" && Number.isInteger(rung) && rung > 0 ? [[id, rung] as const] : [],
    );
    return new Map(entries);
  } catch {
    return new Map();
  }
}

/** @throws where it cannot be written; what was there before is there then */
export async function keepRungs(file: string, rungs: Rungs): Promise<void> {
  const sorted = [...rungs].sort(([a], [b]) => (a < b ? -1 : 1));
  await put(file, `${JSON.stringify({ version: 1, rungs: Object.fromEntries(sorted) }, null, 2)}\n`);
}
