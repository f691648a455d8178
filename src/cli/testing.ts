/** Runs the real command for the CLI's tests. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const BIN = join(__dirname, "../../bin/tp-mqtt.js");

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * @param argv arguments, the command included
 * @param options `interruptAt`: SIGINT is sent when stderr shows this
 */
export async function tpMqtt(
  argv: readonly string[],
  { cwd, env = {}, interruptAt }: { cwd?: string; env?: Record<string, string>; interruptAt?: RegExp } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...argv], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let seen = "";
  child.stderr.on("data", (chunk: Buffer) => {
    const before = seen;
    seen += chunk.toString();
    if (interruptAt?.test(seen) && !interruptAt.test(before)) child.kill("SIGINT");
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, stdout, stderr };
}
