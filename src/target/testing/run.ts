/** Runs `start.ts` in a process of its own, and the processes that tests look for. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const children = new Set<ChildProcess>();

/** Ends what a failed test left; an open child would keep Jest from ending. */
export function killLeft(): void {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
}

export function spawnStart(kind: string): ChildProcess {
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  const program = join(__dirname, "start.ts");
  const child = spawn(process.execPath, ["--import", tsx, program, kind], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  return child;
}

/** What `start.ts` said about its started target. */
export async function started(child: ChildProcess): Promise<Record<string, unknown>> {
  if (child.stdout === null) throw new Error("spawned without a pipe");
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return JSON.parse(line) as Record<string, unknown>;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves once `check` gives true; for states of other processes, which announce nothing. Jest bounds it. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await delay(20);
}
