/**
 * A class graded: `npm run bench:grade -- [--students 1000] [--workers N] [--different]`. Prints how long `tp-mqtt grade` takes from
 * nothing and once more with nothing changed, beside the time to merely read the same sheets and write the same files,
 * and the memory that its processes took at most.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { makeClass } from "./grade/class";

const COMMAND = join(__dirname, "../../bin/tp-mqtt.js");
const LOOK_MS = 20;

interface Taken {
  readonly seconds: number;
  /** Resident at most. */
  readonly megabytes: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      students: { type: "string", default: "1000" },
      workers: { type: "string" },
      different: { type: "boolean", default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-bench-"));
  try {
    const [sheets, reports] = [join(folder, "class"), join(folder, "reports")];
    makeClass(sheets, Number(values.students), values.different);
    const workers = values.workers === undefined ? [] : ["--workers", values.workers];
    const argv = [sheets, "--reports", reports, "--lang", "fr", ...workers];
    const fresh = await graded(argv);
    const again = await graded(argv);
    const mere = await copied(sheets, reports, join(folder, "copy"));
    const answers = values.different
      ? "no two answers in sentences alike"
      : "answers in sentences that recur";
    console.log(`${values.students} submissions, ${answers}, ${values.workers ?? "the usual"} workers`);
    console.log(line("graded from nothing", fresh, mere));
    console.log(line("again, nothing changed", again, mere));
    console.log(`read and write only      ${mere.toFixed(2).padStart(7)} s`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line(name: string, { seconds, megabytes }: Taken, mere: number): string {
  const ratio = (seconds / mere).toFixed(1);
  return `${name.padEnd(24)} ${seconds.toFixed(2).padStart(7)} s  ${ratio.padStart(6)} × read and write only  ${Math.round(megabytes)} MB`;
}

async function graded(argv: readonly string[]): Promise<Taken> {
  const began = performance.now();
  const child = spawn(process.execPath, [COMMAND, "grade", ...argv], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let megabytes = 0;
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, residentOf(child.pid ?? 0));
  }, LOOK_MS);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`grade ended with ${String(code)}`);
  return { seconds: (performance.now() - began) / 1000, megabytes };
}

/** The most that a process had resident until now, threads included; nothing where the system does not tell. */
function residentOf(pid: number): number {
  try {
    const [, kilobytes = "0"] =
      /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

async function copied(sheets: string, reports: string, copy: string): Promise<number> {
  const made = filesBelow(reports).map((path) => [path, readFileSync(join(reports, path))] as const);
  const began = performance.now();
  for (const path of filesBelow(sheets)) readFileSync(join(sheets, path));
  for (const [path, bytes] of made) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), bytes);
  }
  return Promise.resolve((performance.now() - began) / 1000);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

void main();
