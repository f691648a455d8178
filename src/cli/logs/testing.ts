/** Runs the real `tp-mqtt logs` for its tests, and lets them act on it while it runs. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const BIN = join(__dirname, "../../../bin/tp-mqtt.js");

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function spawnLogs(...argv: readonly string[]) {
  return spawn(process.execPath, [BIN, "logs", ...argv], {
    stdio: "pipe",
    env: { PATH: process.env.PATH, LANG: "C" },
  });
}

/** Runs it to its end; `input` is its standard input. */
export async function runLogs(argv: readonly string[], input: string | Buffer = ""): Promise<Ended> {
  const child = spawnLogs(...argv);
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, stdout, stderr };
}

/** Milliseconds until the process has ended; its outputs may still be open. */
export async function ended(child: ChildProcess): Promise<number> {
  const began = performance.now();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return performance.now() - began;
}
