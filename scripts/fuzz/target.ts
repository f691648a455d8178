/** Something that reads what strangers wrote, and what must hold of it whatever they write. */
import fc from "fast-check";
import { runInNewContext } from "node:vm";
import { shown } from "./shown";

export interface Target {
  readonly name: string;
  /** Its part of all inputs of its group, in hundredths. */
  readonly share: number;
  /** Milliseconds of the slowest input so far. */
  readonly slowest: number;
  /** Bytes that it may come to hold from the first slice to the last: V8 itself holds up to a million while code warms up. */
  readonly growth: number;
  play(slice: Slice): Played | Promise<Played>;
}

type Played = Failure | undefined;

export interface Slice {
  readonly runs: number;
  readonly seed: number;
  /** Of a failure that is to be seen again. */
  readonly path?: string;
}

export interface Failure {
  readonly why: string;
  readonly seed: number;
  readonly path: string;
  readonly counterexample: string;
}

export interface Bounds {
  /** Milliseconds that one input may take. */
  readonly input: number;
  /** Milliseconds after which a slice is taken to hang: thousands of inputs take a fraction of it. */
  readonly slice: number;
  /** Bytes, see `Target`. */
  readonly growth: number;
}

const BOUNDS: Bounds = { input: 1000, slice: 30_000, growth: 2 * 1024 * 1024 };

/** @param check throws when something does not hold */
export function target<T>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void,
  bounds: Partial<Bounds> = {},
): Target {
  const { input: bound, slice, growth } = { ...BOUNDS, ...bounds };
  let slowest = 0;
  let current: T | undefined;
  const property = fc.property(inputs, (input) => {
    current = input;
    const took = milliseconds(() => {
      check(input);
    });
    slowest = Math.max(slowest, took);
    if (took > bound && isSlow(check, input, bound)) throw new Error(`takes ${took.toFixed(0)} ms`);
  });
  return {
    name,
    share,
    growth,
    get slowest() {
      return slowest;
    },
    play({ runs, seed, path }) {
      const play = () => fc.check(property, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
      try {
        const result = runInNewContext("play()", { play }, { timeout: slice }) as fc.RunDetails<[T]>;
        return failureOf(result, seed);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
        return { why: "hangs", seed, path: "", counterexample: shown(current) };
      }
    },
  };
}

/**
 * The same for what reads files, and so has to wait. What never ends while it waits is found here; what never ends while
 * it computes only whoever started the process can end.
 */
export function waitingTarget<T>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
  bounds: Partial<Bounds> = {},
): Target {
  const { slice, growth } = { ...BOUNDS, ...bounds };
  let slowest = 0;
  const property = fc.asyncProperty(inputs, async (input) => {
    const began = performance.now();
    await check(input);
    slowest = Math.max(slowest, performance.now() - began);
  });
  return {
    name,
    share,
    growth,
    get slowest() {
      return slowest;
    },
    async play({ runs, seed, path }) {
      const settings = { numRuns: runs, seed, timeout: slice, ...(path === undefined ? {} : { path }) };
      return failureOf(await fc.check(property, settings), seed);
    },
  };
}

function failureOf<T>(result: fc.RunDetails<[T]>, seed: number): Failure | undefined {
  if (!result.failed) return undefined;
  const [counterexample] = result.counterexample ?? [];
  const why = result.errorInstance instanceof Error ? (result.errorInstance.stack ?? "") : "failed";
  return { why, seed, path: result.counterexamplePath ?? "", counterexample: shown(counterexample) };
}

/** A busy machine can take a second away from anybody, but not three times. */
function isSlow<T>(check: (input: T) => void, input: T, bound: number): boolean {
  return [1, 2].every(
    () =>
      milliseconds(() => {
        check(input);
      }) > bound,
  );
}

function milliseconds(play: () => void): number {
  const began = performance.now();
  play();
  return performance.now() - began;
}
