/**
 * Threads that grade. What one sheet does to its thread (an endless loop, too much memory) costs that sheet its grade and
 * the others nothing: a batch that fails is graded again sheet by sheet.
 */
import { join } from "node:path";
import type { ResourceLimits } from "node:worker_threads";
import Piscina from "piscina";
import type { Text } from "../../../words/text";
import type { Ingredients } from "../material";
import { refused } from "../handed/refusal";
import type { SheetTask } from "./task";

/** A `GradedSheet` as JSON, or why there is none. */
export type Outcome = { readonly json: string } | { readonly refused: Text };

export interface Pool extends AsyncDisposable {
  /** Rejects only when the signal is aborted. */
  grade(sheets: readonly SheetTask[]): Promise<Outcome[]>;
}

export interface PoolSettings {
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Milliseconds that one sheet may take. */
  readonly bound?: number;
  /** The module that a thread runs. */
  readonly worker?: string;
}

const BOUND = 30_000;
/**
 * Megabytes of a thread's heap. New objects get little, and are thrown away more often: with the default, threads take
 * twice the memory and are no faster. A sheet that needs more than all others is graded alone, with room.
 */
const [SMALL, ROOMY] = [
  { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
  { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
];

export function openPool(ingredients: Ingredients, settings: PoolSettings): Pool {
  const { threads, signal, bound = BOUND, worker = join(__dirname, "worker.js") } = settings;
  const threadsWith = (most: number, resourceLimits: ResourceLimits) =>
    new Piscina({
      filename: worker,
      minThreads: most,
      maxThreads: most,
      workerData: ingredients,
      resourceLimits,
    });
  const many = threadsWith(threads, SMALL);
  let roomy: Piscina | undefined;
  const run = (piscina: Piscina, sheets: readonly SheetTask[]) =>
    piscina.run(sheets, { signal: AbortSignal.any([signal, AbortSignal.timeout(bound)]) }) as Promise<
      string[]
    >;
  const alone = async (sheet: SheetTask): Promise<Outcome> => {
    try {
      const [json = ""] = await run((roomy ??= threadsWith(1, ROOMY)), [sheet]);
      return { json };
    } catch (error) {
      signal.throwIfAborted();
      return { refused: reasonOf(error, bound) };
    }
  };
  return {
    grade: async (sheets) => {
      try {
        return (await run(many, sheets)).map((json) => ({ json }));
      } catch {
        signal.throwIfAborted();
        const outcomes: Outcome[] = [];
        for (const sheet of sheets) outcomes.push(await alone(sheet));
        return outcomes;
      }
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([many.destroy(), roomy?.destroy()]);
    },
  };
}

function reasonOf(error: unknown, bound: number): Text {
  const isSlow = error instanceof Error && error.name === "AbortError";
  return refused(({ tooSlow, crashed }) => (isSlow ? tooSlow(bound / 1000) : crashed)).text;
}
