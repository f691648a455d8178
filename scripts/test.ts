/**
 * `npm test`: every test that this machine allows. The suite's own tests, and beside them the lab on each target that
 * is here, one after another; what is not here is named. Ends with the line `N passed, N failed`. With `CI` set, whatever was left out is a
 * failure. Arguments name targets, e.g. `npm test -- native embedded`: then only those are played.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { findEngine } from "../src/target/container";
import { isLocal } from "../src/target/docker/images";
import { findMosquitto } from "../src/target/mosquitto/binary";

/** What docker/build-from-debian.sh builds: one a Debian release. */
const VERSIONS = ["2.0.11", "2.0.21", "2.1.2"];

interface Part {
  readonly name: string;
  readonly project: "unit" | "lab";
  readonly env: Readonly<Record<string, string>>;
  /** Why it cannot be had here. */
  readonly missing?: string;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Tests that were skipped for want of something on this machine. */
  readonly leftOut: readonly string[];
}

async function parts(): Promise<Part[]> {
  const engine = await findEngine();
  const containers = VERSIONS.map(async (version): Promise<Part> => {
    const image = `tp-mqtt/mosquitto:${version}`;
    const env = { TP_TARGET: "container", TP_MQTT_IMAGE: image };
    const part: Part = { name: `container ${version}`, project: "lab", env };
    if (engine === undefined) return { ...part, missing: "no Docker engine answers" };
    if (await isLocal(engine, image)) return part;
    return { ...part, missing: "not built; sudo docker/build-from-debian.sh builds it" };
  });
  const native = (await findMosquitto()) === undefined ? { missing: "no mosquitto on PATH" } : {};
  return [
    { name: "unit", project: "unit", env: {} },
    ...(await Promise.all(containers)),
    { name: "native", project: "lab", env: { TP_TARGET: "native" }, ...native },
    { name: "embedded", project: "lab", env: { TP_TARGET: "embedded" } },
  ];
}

/** Most of a test waits for a broker, a timer or a terminal; what was played is judged in no time, by one process. */
const WORKERS = { unit: "--maxWorkers=100%", lab: "--runInBand" };

async function run(part: Part, folder: string): Promise<Counts> {
  const output = join(folder, `${part.name.replaceAll(" ", "-")}.json`);
  const jest = require.resolve("jest/bin/jest");
  const reports = join("reports", part.name.replaceAll(" ", "-"));
  const args = [
    jest,
    `--selectProjects=${part.project}`,
    WORKERS[part.project],
    "--json",
    `--outputFile=${output}`,
  ];
  const env = { ...process.env, ...part.env, TP_REPORTS: reports };
  // Jest's own report goes to standard error; its JSON, of which the file is enough, to standard output. That of the
  // longest part is shown as it comes, those of the others whole, so that none stands in the middle of another.
  const child = spawn(process.execPath, args, {
    env,
    stdio: ["ignore", "ignore", part.project === "unit" ? "inherit" : "pipe"],
  });
  const ended = new Promise<number>((resolve) =>
    child.on("exit", (code) => {
      resolve(code ?? 1);
    }),
  );
  if (child.stderr) console.error(`\n── ${part.name} ──\n${await text(child.stderr)}`);
  return countsOf(part, output, await ended);
}

interface JestOutput {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** A run of Jest that failed without a failing test, or wrote nothing, is a failure all the same. */
function countsOf(part: Part, output: string, status: number): Counts {
  let result: JestOutput;
  try {
    result = JSON.parse(readFileSync(output, "utf8")) as JestOutput;
  } catch {
    return { passed: 0, failed: 1, leftOut: [] };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status: s }) => s === "pending");
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    // In the lab a skipped claim is a verdict about the target, with its reason in the report.
    leftOut: part.project === "unit" ? skipped.map(({ fullName }) => fullName) : [],
  };
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const all = (await parts()).filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
  );
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-test-"));
  let [passed, failed] = [0, 0];
  const leftOut = all.flatMap(({ name, missing }) => (missing === undefined ? [] : [`${name} (${missing})`]));
  const waiting = all.filter(({ missing }) => missing === undefined);
  const lane = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const began = performance.now();
      const counts = await run(part, folder);
      passed += counts.passed;
      failed += counts.failed;
      leftOut.push(...counts.leftOut);
      const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
      console.log(`${part.name}: ${counts.passed} passed, ${counts.failed} failed in ${took}`);
    }
  };
  try {
    // The first part is the longest by far, and leaves a third of the machine to the others.
    await Promise.all([lane(), lane()]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  conclude(passed, failed, leftOut);
}

function conclude(passed: number, failed: number, leftOut: readonly string[]): void {
  console.log("");
  for (const what of leftOut) console.log(`left out: ${what}`);
  if (leftOut.length > 0) console.log("npm run setup installs what the full set needs.");
  const strict = Boolean(process.env.CI) && leftOut.length > 0;
  if (strict) console.log("In CI nothing may be left out.");
  const wrong = failed + (strict ? leftOut.length : 0);
  console.log(`${passed} passed, ${wrong} failed`);
  process.exitCode = wrong > 0 || passed === 0 ? 1 : 0;
}

void main();
