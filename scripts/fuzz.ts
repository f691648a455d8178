/**
 * `npm run fuzz`: everything that reads what strangers wrote is given what nobody should write. Nothing may throw except
 * what is documented, take a second for one input, hang, or keep memory. Ends with `N passed, N failed`.
 *
 *     node --expose-gc --import tsx scripts/fuzz.ts [--runs 100000] [--seed N] [--only NAME [--path PATH]]
 *
 * `--seed` and `--path` are those that a failure prints.
 */
import { parseArgs } from "node:util";
import { campaign, megabytes, type Outcome } from "./fuzz/campaign";
import type { Target } from "./fuzz/target";
import { certificate } from "./fuzz/targets/certificate";
import { handshake } from "./fuzz/targets/handshake";
import { journal } from "./fuzz/targets/journal";
import { mqtt } from "./fuzz/targets/mqtt";
import { records } from "./fuzz/targets/records";

const TARGETS: readonly Target[] = [mqtt, records, handshake, certificate, journal];

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Date.now() % 0x7fff_ffff) },
    only: { type: "string" },
    path: { type: "string" },
  },
});

function main(): number {
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  const chosen = TARGETS.filter(({ name }) => values.only === undefined || name === values.only);
  const { gc } = globalThis;
  if (gc === undefined || !(runs > 0) || !Number.isSafeInteger(seed) || chosen.length === 0) return usage();
  console.log(`seed ${seed}`);
  if (values.path !== undefined)
    return chosen.map((one) => again(one, seed, values.path ?? "")).includes(1) ? 1 : 0;
  const failed = chosen.filter((one) => {
    const inputs = Math.ceil((runs * one.share) / 100);
    const outcome = campaign(one, inputs, seed, gc);
    console.log(line(one, inputs, outcome));
    return outcome.failure !== undefined;
  });
  console.log(`${chosen.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

function usage(): number {
  const names = TARGETS.map(({ name }) => `"${name}"`).join(", ");
  console.error(
    `node --expose-gc --import tsx scripts/fuzz.ts [--runs N] [--seed N] [--only NAME [--path PATH]]; the names: ${names}`,
  );
  return 2;
}

/** One failure once more. */
function again(one: Target, seed: number, path: string): number {
  const failure = one.play({ runs: 1, seed, path });
  console.log(failure === undefined ? `${one.name}: passed` : `${failure.why}\n${failure.counterexample}`);
  return failure === undefined ? 0 : 1;
}

function line({ name, slowest }: Target, inputs: number, { failure, milliseconds, growth }: Outcome): string {
  const title = `${failure === undefined ? "✓" : "✗"} ${name.padEnd(15)}`;
  const facts = `${inputs} inputs in ${(milliseconds / 1000).toFixed(1)} s, slowest ${slowest.toFixed(0)} ms, memory ${growth < 0 ? "" : "+"}${megabytes(growth)} MB`;
  if (failure === undefined) return `${title} ${facts}`;
  if (!("seed" in failure)) return `${title} ${failure.why}`;
  const replay = `--only "${name}" --seed ${failure.seed} --path ${failure.path || "0"}`;
  return `${title} ${failure.why}\n  input: ${failure.counterexample}\n  again with ${replay}`;
}

process.exitCode = main();
