/** What a grade is kept under: it changes with whatever could change the grade. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { TOOL } from "../tool";
import type { Ingredients } from "./material";

const ROOT = join(__dirname, "../../..");
/** What reads and judges, and what it judges by. A version alone would keep what an unreleased change has made wrong. */
const PROGRAM = [
  "package-lock.json",
  "src/evidence",
  "src/judge",
  "src/report/grades",
  "src/words",
  "src/cli/grade/handed",
  "fixtures/learnt",
  "fixtures/questions",
];
const IS_LOADED = /(?<!\.test)\.(?:ts|mts|json)$/;

/** Of the program as it lies here. */
export function programFingerprint(): string {
  const hash = createHash("sha256").update(`${TOOL.name} ${TOOL.version}\0`);
  for (const file of PROGRAM.flatMap((path) => filesBelow(join(ROOT, path))))
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (IS_LOADED.test(path)) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() || IS_LOADED.test(entry.name))
    .map(({ name }) => name);
  return names.sort().flatMap((name) => filesBelow(join(path, name)));
}

/** Of what a class is graded with. */
export function materialFingerprint(program: string, { questions, truth, log }: Ingredients): string {
  const hash = createHash("sha256")
    .update(program)
    .update(JSON.stringify([questions, truth]));
  if (log !== undefined) hashLog(hash, log);
  return hash.digest("hex");
}

function hashLog(hash: ReturnType<typeof createHash>, log: NonNullable<Ingredients["log"]>): void {
  for (const [name, part] of Object.entries(log))
    hash.update(`\0${name}\0`).update(part instanceof Uint8Array ? part : bytesOf(part));
}

function bytesOf(part: unknown): Uint8Array | string {
  if (ArrayBuffer.isView(part)) return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  return JSON.stringify(part instanceof Set || part instanceof Map ? [...(part as Iterable<unknown>)] : part);
}

/** Of anything that JSON can hold. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Of one sheet, as it is called in complaints. */
export function sheetFingerprint(source: string, name: string): string {
  return createHash("sha256").update(`${name}\0`).update(source, "utf16le").digest("hex");
}
