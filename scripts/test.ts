/**
 * `npm test`: every test that this machine allows. First the suite's own tests, then the lab on each target that is
 * here; what is not here is named. Ends with the line `N passed, N failed`. With `CI` set, whatever was left out is a
 * failure. Arguments name targets, e.g. `npm test -- native embedded`: then only those are played.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

async function run(part: Part, folder: string): Promise<Counts> {
  const output = join(folder, `${part.name.replaceAll(" ", "-")}.json`);
  const jest = require.resolve("jest/bin/jest");
  const reports = join("reports", part.name.replaceAll(" ", "-"));
  // Most of a test here waits for a broker, a timer or a terminal: as many workers as cores, and not one fewer.
  const args = [
    jest,
    `--selectProjects=${part.project}`,
    "--maxWorkers=100%",
    "--json",
    `--outputFile=${output}`,
  ];
  const env = { ...process.env, ...part.env, TP_REPORTS: reports };
  // Jest's own report goes to standard error; its JSON, of which the file is enough, to standard output.
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const status = await new Promise<number>((resolve) =>
    child.on("exit", (code) => {
      resolve(code ?? 1);
    }),
  );
  return countsOf(part, output, status);
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
  const leftOut: string[] = [];
  try {
    for (const part of all) {
      if (part.missing !== undefined) {
        leftOut.push(`${part.name} (${part.missing})`);
        continue;
      }
      const began = performance.now();
      console.log(`\n── ${part.name} ──`);
      const counts = await run(part, folder);
      passed += counts.passed;
      failed += counts.failed;
      leftOut.push(...counts.leftOut);
      console.log(
        `${part.name}: ${counts.passed} passed, ${counts.failed} failed in ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
    }
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
