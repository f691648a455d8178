/** Something that reads what strangers wrote, and what must hold of it whatever they write. */
import fc from "fast-check";
import { runInNewContext } from "node:vm";

export interface Target {
  readonly name: string;
  /** Its part of all inputs, in hundredths. */
  readonly share: number;
  /** Milliseconds of the slowest input so far. */
  readonly slowest: number;
  play(slice: Slice): Failure | undefined;
}

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

/** Milliseconds. */
export interface Bounds {
  /** That one input may take. */
  readonly input: number;
  /** After which a slice is taken to hang: thousands of inputs take a fraction of it. */
  readonly slice: number;
}

const BOUNDS: Bounds = { input: 1000, slice: 30_000 };

/** @param check throws when something does not hold */
export function target<T>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void,
  bounds = BOUNDS,
): Target {
  let slowest = 0;
  let current: T | undefined;
  const property = fc.property(inputs, (input) => {
    current = input;
    const took = milliseconds(() => {
      check(input);
    });
    slowest = Math.max(slowest, took);
    if (took > bounds.input && isSlow(check, input, bounds)) throw new Error(`takes ${took.toFixed(0)} ms`);
  });
  return {
    name,
    share,
    get slowest() {
      return slowest;
    },
    play({ runs, seed, path }) {
      const play = () => fc.check(property, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
      try {
        const result = runInNewContext("play()", { play }, { timeout: bounds.slice }) as fc.RunDetails<[T]>;
        if (!result.failed) return undefined;
        const [counterexample] = result.counterexample ?? [];
        const why = result.errorInstance instanceof Error ? (result.errorInstance.stack ?? "") : "failed";
        return { why, seed, path: result.counterexamplePath ?? "", counterexample: shown(counterexample) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
        return { why: "hangs", seed, path: "", counterexample: shown(current) };
      }
    },
  };
}

/** A busy machine can take a second away from anybody, but not three times. */
function isSlow<T>(check: (input: T) => void, input: T, bounds: Bounds): boolean {
  return [1, 2].every(
    () =>
      milliseconds(() => {
        check(input);
      }) > bounds.input,
  );
}

function milliseconds(play: () => void): number {
  const began = performance.now();
  play();
  return performance.now() - began;
}

const SHOWN = 4000;

/** JSON with bytes in hexadecimal. */
function shown(input: unknown): string {
  const text = JSON.stringify(input, function (this: Record<string, unknown>, key, value: unknown) {
    const bytes = this[key];
    return bytes instanceof Uint8Array ? Buffer.from(bytes).toString("hex") : value;
  });
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
}
