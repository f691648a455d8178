/** What the clients print, made comparable. */
import { stripVTControlCharacters } from "node:util";
import type { Ended, Kind, Program } from "./programs";

/** Times, fresh identifiers and the program's own name are what may differ. */
export function comparable({ status, stdout, stderr }: Ended, program: Program, kind: Kind): Ended {
  return { status, stdout: plain(stdout, program, kind), stderr: plain(stderr, program, kind) };
}

function plain(text: string, program: Program, kind: Kind): string {
  return stripVTControlCharacters(text)
    .replaceAll("\r", "")
    .replaceAll(program.calledFor(kind), "PROGRAM")
    .replace(/^\d\d:\d\d:\d\d\.\d{3}(?= [→←])/gm, "TIME")
    .replace(/\b(localhost|127\.0\.0\.1):\d+/g, "$1:PORT")
    .replace(/\btp-(\w+)-[0-9a-f]{8}\b/g, "tp-$1-FRESH");
}

/** The packets of an output, without their times: `→ PINGREQ`. */
export function packetsIn(stdout: string, way: "→" | "←"): string[] {
  return [...stdout.matchAll(/^\d\d:\d\d:\d\d\.\d{3} ([→←]) (.*)$/gm)]
    .filter((found) => found[1] === way)
    .map((found) => found[2] ?? "");
}

/** The identifier under which a client says that it connects. */
export function clientIn(stdout: string): string {
  return /CONNECT \(.*\) (\S+)$/m.exec(stdout)?.[1] ?? "";
}
