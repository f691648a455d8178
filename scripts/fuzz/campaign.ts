/** Plays one target in slices, with a look at the memory after each. */
import type { Failure, Target } from "./target";

export interface Outcome {
  readonly failure?: Failure | { readonly why: string };
  readonly milliseconds: number;
  /** Bytes that are held after the last slice and were not after the first. */
  readonly growth: number;
}

const SLICES = 4;

/** @param gc V8's garbage collector, as `--expose-gc` gives it */
export async function campaign(
  target: Target,
  runs: number,
  seed: number,
  gc: () => unknown,
): Promise<Outcome> {
  const began = performance.now();
  const held: number[] = [];
  for (let i = 0; i < SLICES; i++) {
    const failure = await target.play({ runs: Math.ceil(runs / SLICES), seed: seed + i });
    if (failure) return { failure, milliseconds: performance.now() - began, growth: 0 };
    held.push(inUse(gc));
  }
  const growth = (held.at(-1) ?? 0) - (held[0] ?? 0);
  const outcome = { milliseconds: performance.now() - began, growth };
  if (growth <= target.growth) return outcome;
  const why = `memory grows: ${held.map(megabytes).join(", ")} MB after each ${Math.ceil(runs / SLICES)} inputs`;
  return { ...outcome, failure: { why } };
}

export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(2);
}

/** Bytes, with those of buffers. */
function inUse(gc: () => unknown): number {
  // What the first finds unused may have been all that held something else.
  gc();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
