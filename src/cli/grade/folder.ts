/**
 * The reports folder of a class. What is there already, made from the same, is not written again; what an earlier run wrote
 * for a submission that is gone is taken away, and nothing else is.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { put } from "../../report/put";

export interface File {
  readonly path: string;
  readonly text: string;
}

export interface Folder {
  /**
   * @param name of what the files are made from
   * @param from all that they are made from
   */
  keep(name: string, from: string, make: () => readonly File[]): Promise<void>;
  /** Ends the writing: takes away what nobody asked for any more. */
  finish(): Promise<void>;
}

interface Made {
  readonly from: string;
  readonly paths: readonly string[];
}

const LIST = "cache/written.json";

export function openFolder(folder: string): Folder {
  const before = listIn(join(folder, LIST));
  const now = new Map<string, Made>();
  return {
    keep: async (name, from, make) => {
      const fingerprint = createHash("sha256").update(from).digest("hex");
      const known = before.get(name);
      const isThere =
        known?.from === fingerprint && known.paths.every((path) => existsSync(join(folder, path)));
      now.set(name, isThere ? known : { from: fingerprint, paths: await writeAll(folder, make()) });
    },
    finish: async () => {
      const kept = new Set([...now.values()].flatMap(({ paths }) => paths));
      const gone = [...before.values()].flatMap(({ paths }) => paths).filter((path) => !kept.has(path));
      for (const path of gone) rmSync(join(folder, path), { force: true });
      await write(join(folder, LIST), JSON.stringify(Object.fromEntries(now)));
    },
  };
}

/** @returns their paths */
async function writeAll(folder: string, files: readonly File[]): Promise<string[]> {
  for (const { path, text } of files) await write(join(folder, path), text);
  return files.map(({ path }) => path);
}

async function write(path: string, text: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await put(path, text);
}

/** A list that is damaged is none: everything is written again. */
function listIn(path: string): ReadonlyMap<string, Made> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, Made>));
  } catch {
    return new Map();
  }
}
