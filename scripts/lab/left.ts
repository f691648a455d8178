/** What a lab that was removed has left on the machine. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { listenerOf } from "../../src/lab/ports";
import { accepts } from "../../src/target/ports";
import type { Bench } from "./bench";
import { objectsOf } from "./docker";

/** A second is long for loopback. */
const ACCEPT_MS = 1000;

/** Each as a word or two; nothing when nothing is left. */
export async function leftOf(bench: Bench): Promise<string[]> {
  const ports = Object.values(bench.ports) as number[];
  const open = await Promise.all(ports.map((port) => accepts("127.0.0.1", port, ACCEPT_MS)));
  return [
    ...(await objectsOf(bench.name)),
    ...ports
      .filter((port, i) => open[i] === true || listenerOf(port) !== undefined)
      .map((port) => `port ${port}`),
    ...(existsSync(bench.lab) ? [bench.lab] : []),
    ...processesAbout(bench),
  ];
}

/** Processes whose command line names the lab or its folder. */
function processesAbout({ lab, name }: Bench): string[] {
  return readdirSync("/proc")
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .flatMap((pid) => {
      const words = commandLine(pid);
      return words.includes(lab) || words.includes(`${name}-`) ? [`process ${pid}: ${words}`] : [];
    });
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
