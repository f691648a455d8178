/** Grades a class: what was graded before is taken from the cache, the rest goes to the pool; in the order of the class. */
import type { GradedSheet } from "../../judge/answers/submission/graded";
import type { Text } from "../../words/text";
import type { Cache } from "./cache";
import { sheetFingerprint } from "./fingerprint";
import type { Handed } from "./handed/class";
import type { Recognition } from "./handed/find-sheet";
import { sheetOf } from "./handed/sheet-of";
import { handedFingerprint } from "./unchanged";
import type { Outcome, Pool } from "./pool/pool";
import type { SheetTask } from "./pool/task";

/** A submission as it was handed in, and what grading it gave. */
export interface Attempt {
  readonly handed: Handed;
  /** The sheet's path within the submission. */
  readonly file?: string;
  readonly graded: GradedSheet | { readonly refused: Text };
  /** It was graded in an earlier run. */
  readonly isKept: boolean;
  /** Fingerprint of what was handed in; nothing where grading it failed, and is to be tried again. */
  readonly from: string | undefined;
  /** What the grade is kept under; nothing where there is none. */
  readonly key?: string;
}

export interface Engine {
  readonly rules: Recognition;
  readonly cache: Cache;
  /** Opened when there is something to grade. */
  readonly pool: () => Pool;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Given each submission as soon as it is graded, in any order; `i` is its place in the class. */
  readonly use: (attempt: Attempt, i: number) => Promise<void>;
}

/** Sheets that a thread is given at once. */
const BATCH = 8;

/** @throws the signal's reason when it is aborted; what was graded by then is in the cache */
export async function gradeAll(class_: readonly Handed[], engine: Engine): Promise<void> {
  const running = new Set<Promise<void>>();
  let batch: Waiting[] = [];
  const send = async () => {
    if (batch.length === 0) return;
    const work = graded(batch, engine).finally(() => running.delete(work));
    // An abort rejects all of them, and is thrown where the first is awaited.
    work.catch(() => undefined);
    running.add(work);
    batch = [];
    if (running.size > engine.threads) await Promise.race(running);
  };
  for (const [i, handed] of class_.entries()) {
    engine.signal.throwIfAborted();
    const waiting = await begun(handed, i, engine);
    if (waiting !== undefined) batch.push(waiting);
    if (batch.length >= BATCH) await send();
  }
  await send();
  await Promise.all(running);
}

interface Waiting {
  readonly i: number;
  readonly handed: Handed;
  readonly from: string;
  readonly key: string;
  readonly task: SheetTask;
}

/** @returns the sheet where it is to be graded; others are used at once: refused, or graded before */
async function begun(handed: Handed, i: number, { rules, cache, use }: Engine): Promise<Waiting | undefined> {
  const found = await sheetOf(handed, rules);
  const from = handedFingerprint(handed, found);
  if ("refused" in found) {
    await use({ handed, graded: found, isKept: false, from }, i);
    return undefined;
  }
  const { source, path: name } = found;
  const key = sheetFingerprint(source, name);
  const known = keptGrade(cache, key);
  if (known === undefined) return { i, handed, from, key, task: { source, name } };
  await use({ handed, file: name, graded: known, isKept: true, from, key }, i);
  return undefined;
}

/** @returns nothing where it is not there, or damaged */
export function keptGrade(cache: Cache, key: string): GradedSheet | undefined {
  const json = cache.get(key);
  try {
    return json === undefined ? undefined : (JSON.parse(json) as GradedSheet);
  } catch {
    return undefined;
  }
}

async function graded(batch: readonly Waiting[], engine: Engine): Promise<void> {
  const outcomes = await engine.pool().grade(batch.map(({ task }) => task));
  for (const [at, { i, handed, from, key, task }] of batch.entries()) {
    const outcome = outcomes[at];
    if (outcome === undefined) throw new Error("the pool answered for fewer sheets than it was given");
    const attempt = { handed, file: task.name, graded: resultOf(outcome, key, engine), isKept: false };
    // What failed is tried again by the next run: it may have been this machine's fault.
    await engine.use({ ...attempt, ...("refused" in outcome ? { from: undefined } : { from, key }) }, i);
  }
}

function resultOf(outcome: Outcome, key: string, { cache }: Engine): Attempt["graded"] {
  if ("refused" in outcome) return outcome;
  cache.put(key, outcome.json);
  return JSON.parse(outcome.json) as GradedSheet;
}
