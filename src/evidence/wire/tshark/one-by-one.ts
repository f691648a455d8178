/** For a tshark that was built without Lua: the capture is read once for each display filter. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { badFilter } from "./error";
import { findTshark } from "./find";
import { run, type ReadOptions, type Reading } from "./run";
import type { Selection } from "./select";

const VERSION_MS = 10_000;

/** To be called when the file is known to be a capture that tshark reads. */
export async function oneByOne(
  file: string,
  filters: readonly string[],
  options: ReadOptions,
): Promise<Selection> {
  const selected = new Map<string, readonly number[]>();
  let last: Reading = {};
  for (const filter of filters) {
    const frames: number[] = [];
    const args = ["-Y", filter, "-T", "fields", "-e", "frame.number"];
    const { refusal, ...reading } = await run(file, args, options, (line) => frames.push(Number(line)));
    if (refusal !== undefined) throw badFilter(filter, refusal);
    selected.set(filter, frames);
    last = reading;
  }
  return { tshark: await versionOf(options.program ?? findTshark()), selected, ...last };
}

async function versionOf(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ["--version"], { timeout: VERSION_MS });
  return /^TShark \(Wireshark\) ([\w.-]+)/m.exec(stdout)?.[1]?.replace(/\.$/, "") ?? "";
}
