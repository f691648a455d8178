/**
 * `npm run fuzz`: everything that reads what strangers wrote is given what nobody should write. Nothing may throw except
 * what is documented, take a second for one input, hang, or keep memory. Ends with `N passed, N failed`.
 *
 *     node --expose-gc --import tsx scripts/fuzz.ts [--runs 100000] [--seed N] [--group NAME | --only NAME [--path PATH]]
 *
 * Each group of targets has that many inputs, and a process of its own unless it is named. `--seed` and `--path` are
 * those that a failure prints.
 */
import { parseArgs } from "node:util";
import { campaign, megabytes, type Outcome } from "./fuzz/campaign";
import { GROUPS } from "./fuzz/groups";
import { sideBySide, type Counts } from "./fuzz/side-by-side";
import type { Target } from "./fuzz/target";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Date.now() % 0x7fff_ffff) },
    group: { type: "string" },
    only: { type: "string" },
    path: { type: "string" },
  },
});

async function main(): Promise<number> {
  const { group, only, path } = values;
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  const all = group === undefined ? Object.values(GROUPS).flat() : (GROUPS[group] ?? []);
  const chosen = all.filter(({ name }) => only === undefined || name === only);
  const { gc } = globalThis;
  if (gc === undefined || !(runs > 0) || !Number.isSafeInteger(seed) || chosen.length === 0) return usage();
  if (path !== undefined)
    return (await Promise.all(chosen.map((one) => again(one, seed, path)))).some(Boolean) ? 1 : 0;
  const isWhole = group === undefined && only === undefined;
  if (group === undefined) console.log(`seed ${seed}`);
  const { passed, failed } = isWhole ? await apart(runs, seed) : await played(chosen, runs, seed, gc);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function usage(): number {
  const names = Object.values(GROUPS).flatMap((group) => group.map(({ name }) => `"${name}"`));
  console.error(
    `node --expose-gc --import tsx scripts/fuzz.ts [--runs N] [--seed N] [--group NAME | --only NAME [--path PATH]]; the groups: ${Object.keys(GROUPS).join(", ")}; the names: ${names.join(", ")}`,
  );
  return 2;
}

function apart(runs: number, seed: number): Promise<Counts> {
  const common = [...process.execArgv, __filename, "--runs", String(runs), "--seed", String(seed)];
  return sideBySide(Object.keys(GROUPS).map((group) => [...common, "--group", group]));
}

async function played(
  chosen: readonly Target[],
  runs: number,
  seed: number,
  gc: () => unknown,
): Promise<Counts> {
  let failed = 0;
  for (const one of chosen) {
    const inputs = Math.ceil((runs * one.share) / 100);
    const outcome = await campaign(one, inputs, seed, gc);
    console.log(line(one, inputs, outcome));
    if (outcome.failure !== undefined) failed += 1;
  }
  return { passed: chosen.length - failed, failed };
}

/** One failure once more. */
async function again(one: Target, seed: number, path: string): Promise<boolean> {
  const failure = await one.play({ runs: 1, seed, path });
  console.log(failure === undefined ? `${one.name}: passed` : `${failure.why}\n${failure.counterexample}`);
  return failure !== undefined;
}

function line({ name, slowest }: Target, inputs: number, { failure, milliseconds, growth }: Outcome): string {
  const title = `${failure === undefined ? "✓" : "✗"} ${name.padEnd(15)}`;
  const facts = `${inputs} inputs in ${(milliseconds / 1000).toFixed(1)} s, slowest ${slowest.toFixed(0)} ms, memory ${growth < 0 ? "" : "+"}${megabytes(growth)} MB`;
  if (failure === undefined) return `${title} ${facts}`;
  if (!("seed" in failure)) return `${title} ${failure.why}`;
  const replay = `--only "${name}" --seed ${failure.seed} --path ${failure.path || "0"}`;
  return `${title} ${failure.why}\n  input: ${failure.counterexample}\n  again with ${replay}`;
}

void main().then((status) => {
  process.exitCode = status;
});
