/**
 * Who started a broker, in a form that outlives him: what a killed run left behind is known by its owner being dead. A
 * process id alone is not enough, since ids come round again, and another container's ids mean nothing here.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

export interface Owner {
  /** Host and process id space; only owners of the same place can be asked after. */
  readonly place: string;
  readonly pid: number;
  /** Start time of the process, in the system's own notation. */
  readonly started: string;
}

/** This very process. */
export function thisOwner(): Owner {
  return { place: place(), pid: process.pid, started: startTime(process.pid) ?? "" };
}

/** Whether the owner is of this host and known to have ended. An owner elsewhere is never called dead. */
export function isDead(owner: Owner): boolean {
  return owner.place === place() && startTime(owner.pid) !== owner.started;
}

function place(): string {
  try {
    return `${hostname()}/${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** Field 22 of /proc/PID/stat, proc(5); elsewhere what ps says. Undefined when there is no such process. */
function startTime(pid: number): string | undefined {
  if (process.platform !== "linux") return askPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function askPs(pid: number): string | undefined {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
