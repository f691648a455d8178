/** Starts the target that the argument names, says so on standard output, and stays: for tests that end its process. */
import { startTarget } from "..";
import { targetSettings } from "../settings";

async function main(): Promise<void> {
  const target = await startTarget(targetSettings({ target: process.argv[2] ?? "" }));
  process.stdout.write(`${JSON.stringify({ ...target, capabilities: [] })}\n`);
  // Keeps the process alive until it is ended from outside, whatever the target keeps open itself.
  setInterval(() => undefined, 60_000);
}

void main();
