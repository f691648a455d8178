/**
 * How fast a log is read: `npx tsx scripts/bench/log-parser.ts [--mb 200 | --gb 1]`. A big log is made of the lines in
 * `fixtures/logs`, and read by the parser, by Node's own readline in both its styles and by `grep -c`. Says
 * whether the parser keeps within three times readline's events, each at its best of three rounds.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { readLog } from "../../src/evidence/log/summary";

const MB = 1024 * 1024;
const FIXTURES = join(__dirname, "../../fixtures/logs");
/** The parser may take this many times as long as readline. */
const ALLOWED = 3;

interface Reader {
  readonly name: string;
  read(path: string): Promise<number>;
}

const readers: readonly Reader[] = [
  {
    name: "grep -c",
    async read(path) {
      const grep = spawn("grep", ["-c", "", path], { stdio: ["ignore", "pipe", "inherit"] });
      let count = "";
      grep.stdout.on("data", (chunk: Buffer) => (count += chunk.toString()));
      await once(grep, "close");
      return Number(count);
    },
  },
  {
    name: "readline, events",
    async read(path) {
      let count = 0;
      const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
      lines.on("line", () => count++);
      await once(lines, "close");
      return count;
    },
  },
  {
    // As Node's documentation reads a file line by line, and as the parser reads its stream.
    name: "readline, for await",
    async read(path) {
      let count = 0;
      for await (const _ of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) count++;
      return count;
    },
  },
  {
    name: "parser",
    async read(path) {
      const summary = await readLog(createReadStream(path));
      if (summary.unknown > 0) console.log(`${summary.unknown} lines not understood`, summary.examples);
      return summary.lines;
    },
  },
];

/** Writes at least `bytes` bytes of real lines, with the default timestamps. */
async function writeLog(path: string, bytes: number): Promise<void> {
  const block = Buffer.from(fixtureLines().join("\n") + "\n");
  const file = createWriteStream(path);
  for (let written = 0; written < bytes; written += block.length) {
    if (!file.write(block)) await new Promise<void>((resolve) => file.once("drain", resolve));
  }
  file.end();
  await finished(file);
}

function fixtureLines(): string[] {
  const files = readdirSync(FIXTURES).filter((name) => name.endsWith(".log"));
  const lines = files.flatMap((name) => readFileSync(join(FIXTURES, name), "utf8").split("\n"));
  return lines
    .filter((line) => /^[0-9][0-9T:-]*: /.test(line))
    .map((line, i) => `${1795415000 + Math.floor(i / 9)}: ${line.slice(line.indexOf(": ") + 2)}`);
}

interface Run {
  readonly seconds: number;
  readonly lines: number;
  /** Largest resident set meanwhile, in megabytes. */
  readonly peak: number;
}

async function measure(reader: Reader, path: string): Promise<Run> {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const began = performance.now();
  const lines = await reader.read(path);
  clearInterval(timer);
  return { seconds: (performance.now() - began) / 1000, lines, peak: peak / MB };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { mb: { type: "string" }, gb: { type: "string" } } });
  const bytes = values.gb === undefined ? Number(values.mb ?? 200) * MB : Number(values.gb) * 1024 * MB;
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-bench-"));
  const best = new Map<string, Run>();
  const rounds = values.gb === undefined ? 3 : 1;
  try {
    const path = join(folder, "mosquitto.log");
    await writeLog(path, bytes);
    // In turns, and the best of each: another program's work then falls on all of them, or on none.
    for (let round = 0; round < rounds; round++) {
      for (const reader of readers) {
        const run = await measure(reader, path);
        if (run.seconds < (best.get(reader.name)?.seconds ?? Infinity)) best.set(reader.name, run);
      }
    }
    for (const [name, { seconds, lines, peak }] of best) {
      const rate = Math.round(lines / seconds).toLocaleString("en");
      // What another process takes is not seen from here.
      const memory = name === "grep -c" ? "" : `, peak RSS ${Math.round(peak)} MB`;
      console.log(`${name.padEnd(19)} ${seconds.toFixed(2)} s, ${rate} lines/s${memory}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const secondsOf = (name: string) => best.get(name)?.seconds ?? NaN;
  for (const { name } of readers.slice(0, -1)) {
    const ratio = secondsOf("parser") / secondsOf(name);
    console.log(`The parser takes ${ratio.toFixed(2)} times as long as ${name}.`);
  }
  const within = secondsOf("parser") <= ALLOWED * secondsOf("readline, events");
  // A time depends on what else the machine does: it is told, and no test.
  console.log(`${within ? "within" : "MORE THAN"} ${ALLOWED} times readline's events`);
}

void main();
