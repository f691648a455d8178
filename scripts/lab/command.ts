/** The command `tp-mqtt` as its user runs it. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

const PROGRAM = join(__dirname, "../../bin/tp-mqtt.js");

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

const running = new Set<{ readonly child: ChildProcess; readonly ended: Promise<Ended> }>();

/** Runs it to its end. It is no part of the terminal's process group: what Ctrl-C ends is decided here. */
export async function tpMqtt(
  args: readonly string[],
  { env = {}, cwd }: { readonly env?: NodeJS.ProcessEnv; readonly cwd: string },
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...process.env, TP_LANG: "en", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code) => {
      resolve({ status: code ?? -1, ...said, ms: performance.now() - began });
    }),
  );
  const one = { child, ended };
  running.add(one);
  try {
    return await ended;
  } finally {
    running.delete(one);
  }
}

/** Interrupts what runs, and waits for its end. */
export async function interruptAll(): Promise<void> {
  for (const { child } of running) child.kill("SIGINT");
  await Promise.all([...running].map(({ ended }) => ended));
}
