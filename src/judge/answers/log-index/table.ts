/** What is kept of a log: plain data in shared memory, to be handed from thread to thread as it is. */
import type { Clock } from "../evidence/instant";

export interface LogTable {
  readonly lines: number;
  /** Bits of the upper part of a fingerprint that name its bucket. */
  readonly bits: number;
  /** Where each bucket begins in the two arrays that follow; one more than there are buckets. */
  readonly starts: Uint32Array;
  /** Numbers of lines, by bucket and in order. */
  readonly places: Uint32Array;
  /** The lower parts of their fingerprints. */
  readonly marks: Uint32Array;
  /** By line: which connection it is about, or 0. */
  readonly connections: Uint32Array;
  /** Lines from which on another second is told, and that second. */
  readonly turns: Uint32Array;
  readonly seconds: Uint32Array;
  /** What the seconds count; nothing where the log has no time stamps that can be read. */
  readonly clock: Clock | undefined;
  readonly clients: ReadonlySet<string>;
}

const UPPER_BITS = 21;
const LOWER = 2 ** 32;

export function bucketOf(fingerprint: number, bits: number): number {
  return Math.floor(fingerprint / LOWER) >>> (UPPER_BITS - bits);
}

export function markOf(fingerprint: number): number {
  return fingerprint % LOWER;
}

/** As many buckets as lines, roughly. */
export function bitsFor(lines: number): number {
  return Math.min(UPPER_BITS, Math.ceil(Math.log2(lines + 2)));
}

export function sharedNumbers(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}
