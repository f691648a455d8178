/**
 * The private directories of native brokers, named after the process that owns them, so that a later run can stop and
 * remove what a killed one left.
 */
import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDead, thisOwner } from "./owner";

export const PID_FILE = "broker.pid";
const NAME = /^tp-mqtt-native-(\d+)-(\w*)-/;

/** A new directory that only its user may enter (mkdtemp(3) makes it with mode 700). */
export function makeHome(): Promise<string> {
  const { pid, started } = thisOwner();
  return mkdtemp(join(tmpdir(), `tp-mqtt-native-${pid}-${started.replace(/\W/g, "")}-`));
}

export function removeHome(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true });
}

/** Stops the brokers and removes the directories whose owner is dead. Those of other users are left alone. */
export async function sweepHomes(): Promise<void> {
  const names = await readdir(tmpdir());
  await Promise.all(names.map((name) => sweep(name).catch(() => undefined)));
}

async function sweep(name: string): Promise<void> {
  const [, pid, started] = NAME.exec(name) ?? [];
  if (pid === undefined || started === undefined) return;
  const directory = join(tmpdir(), name);
  if ((await stat(directory)).uid !== process.getuid?.()) return;
  if (!isDead({ ...thisOwner(), pid: Number(pid), started })) return;
  await stopBroker(directory);
  await removeHome(directory);
}

/** Only a process that was started with this very directory is the one that the file means. */
async function stopBroker(directory: string): Promise<void> {
  try {
    const pid = Number(await readFile(join(directory, PID_FILE), "utf8"));
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
    if (pid > 1 && command.includes(directory)) process.kill(pid, "SIGTERM");
  } catch {
    // It has ended, or it never started.
  }
}
