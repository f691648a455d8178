/**
 * Threads that grade. What one sheet does to its thread (an endless loop, too much memory) costs that sheet its grade and
 * the others nothing: a batch that fails is graded again sheet by sheet.
 */
import { join } from "node:path";
import Piscina from "piscina";
import { boundOf } from "../../../time/bound";
import type { Text } from "../../../words/text";
import type { Ingredients } from "../material";
import { refused } from "../handed/refusal";
import { spareMemory } from "./frugal";
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
const YOUNG = 8;
const OLD = { usual: 40, withLog: 128, alone: 512 };

/** Batches after which memory is spared: what is frozen before is too small to work in. */
const WARM = 4;

export function openPool(ingredients: Ingredients, settings: PoolSettings): Pool {
  const { threads, signal, bound = BOUND, worker = join(__dirname, "worker.js") } = settings;
  const threadsWith = (most: number, maxOldGenerationSizeMb: number) =>
    new Piscina({
      filename: worker,
      minThreads: most,
      maxThreads: most,
      workerData: ingredients,
      resourceLimits: { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: YOUNG },
    }).on("error", lostIdle);
  const many = threadsWith(threads, ingredients.log === undefined ? OLD.usual : OLD.withLog);
  let done = 0;
  let roomy: Piscina | undefined;
  const run = async (piscina: Piscina, sheets: readonly SheetTask[]) => {
    using bounded = boundOf(bound, signal);
    return (await piscina.run(sheets, { signal: bounded.signal })) as string[];
  };
  const alone = async (sheet: SheetTask): Promise<Outcome> => {
    try {
      const [json = ""] = await run((roomy ??= threadsWith(1, OLD.alone)), [sheet]);
      return { json };
    } catch (error) {
      signal.throwIfAborted();
      return { refused: reasonOf(error, bound) };
    }
  };
  return {
    grade: async (sheets) => {
      try {
        const all = await run(many, sheets);
        if (++done >= WARM) spareMemory();
        return all.map((json) => ({ json }));
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

/** A thread that falls while it has no sheet costs nobody a grade; left unheard, it would end the whole program. */
function lostIdle(): void {
  // What a sheet misses by it, the sheet's own outcome says.
}

function reasonOf(error: unknown, bound: number): Text {
  const isSlow = error instanceof Error && error.name === "AbortError";
  return refused(({ tooSlow, crashed }) => (isSlow ? tooSlow(bound / 1000) : crashed)).text;
}
