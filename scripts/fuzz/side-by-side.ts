/** Plays each group in a process of its own, side by side. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Milliseconds after which a process that has printed nothing is taken to hang: no target takes a third of it. */
const SILENCE = 180_000;
const COUNTS = /^(\d+) passed, (\d+) failed$/;

/** How many targets passed, and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Prints what they print, but for their counts.
 *
 * @param commands arguments of Node, one list a process
 * @param silence milliseconds
 * @returns the counts of all; a process that ends without its own, or hangs, is one failure
 */
export async function sideBySide(
  commands: readonly (readonly string[])[],
  silence = SILENCE,
): Promise<Counts> {
  const all = await Promise.all(commands.map((command) => countsOf(command, silence)));
  return all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }));
}

async function countsOf(command: readonly string[], silence: number): Promise<Counts> {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  const watch = setTimeout(() => {
    console.log(`✗ nothing heard for ${silence / 1000} s: it hangs`);
    child.kill("SIGKILL");
  }, silence);
  let counts: Counts | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    watch.refresh();
    const [, passed, failed] = COUNTS.exec(line) ?? [];
    if (passed === undefined) console.log(line);
    else counts = { passed: Number(passed), failed: Number(failed) };
  }
  clearTimeout(watch);
  return counts ?? { passed: 0, failed: 1 };
}
