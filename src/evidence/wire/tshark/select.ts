/** What Wireshark's display filters select from a capture, asked of tshark. */
import { join } from "node:path";
import type { Text } from "../../../words/text";
import { badFilter, failed } from "./error";
import { oneByOne } from "./one-by-one";
import { run, type ReadOptions } from "./run";

export interface Selection {
  /** Version of tshark: `4.0.17`. */
  readonly tshark: string;
  /** For each display filter the numbers of the frames that it selects, from 1, in order. */
  readonly selected: ReadonlyMap<string, readonly number[]>;
  /** Why not all of the capture was read. */
  readonly incomplete?: Text;
}

const SCRIPT = join(__dirname, "select.lua");

/**
 * Reads the capture once for all filters; where tshark has no Lua, once for each.
 * @throws CaptureError when tshark is missing or does not understand a filter, and when the file is no capture
 */
export async function select(
  file: string,
  filters: readonly string[],
  options: ReadOptions = {},
): Promise<Selection> {
  const different = [...new Set(filters)];
  const answers = new Answers(different);
  const script = [`lua_script:${SCRIPT}`, ...different.map((filter) => `lua_script1:${filter}`)];
  const args = ["-q", ...script.flatMap((argument) => ["-X", argument])];
  const { refusal, ...reading } = await run(file, args, options, (line) => {
    answers.take(line);
  });
  if (refusal !== undefined) throw failed(file, refusal);
  const { version, bad, frames } = answers;
  if (bad !== undefined) throw badFilter(bad.filter, bad.why);
  if (version === undefined) return oneByOne(file, different, options);
  return { tshark: version, selected: frames, ...reading };
}

/** How many frames the capture has. */
export async function count(file: string, options: ReadOptions = {}): Promise<number> {
  const { selected } = await select(file, ["frame"], options);
  return selected.get("frame")?.length ?? 0;
}

/** What select.lua says. */
class Answers {
  version: string | undefined;
  bad: { readonly filter: string; readonly why: string } | undefined;
  readonly frames: Map<string, number[]>;

  constructor(private readonly filters: readonly string[]) {
    this.frames = new Map(filters.map((filter) => [filter, []]));
  }

  take(line: string): void {
    const [, word = "", number = "", why = ""] = /^(\w+) (\S+) ?(.*)$/.exec(line) ?? [];
    if (word === "version") this.version = number;
    else if (word === "bad") this.bad ??= { filter: this.filter(number), why };
    else this.frames.get(this.filter(word))?.push(Number(number));
  }

  private filter(number: string): string {
    return this.filters[Number(number) - 1] ?? "";
  }
}
