/**
 * Plays a campaign with a reader that keeps what it is given, in a process of its own: in one that has done other work
 * before, what is released meanwhile hides what is kept. Prints the outcome as JSON.
 *
 *     node --expose-gc --import tsx scripts/fuzz/testing/keeping.ts numbers|buffers|nothing
 */
import fc from "fast-check";
import { campaign } from "../campaign";
import { target } from "../target";

const RUNS = 6000;
const SEED = 42;
const KEEP: Readonly<Record<string, (input: number) => unknown>> = {
  numbers: (input) => new Array<number>(1000).fill(input),
  buffers: () => Buffer.alloc(10_000),
  nothing: () => undefined,
};

const kept: unknown[] = [];
const keep = KEEP[process.argv[2] ?? ""];
const { gc } = globalThis;
if (keep === undefined || gc === undefined) throw new Error("see the head of this file");
const reader = target("reader", 100, fc.nat(999), (input) => kept.push(keep(input)));
void campaign(reader, RUNS, SEED, gc).then((outcome) => {
  console.log(JSON.stringify({ ...outcome, kept: kept.length }));
});
