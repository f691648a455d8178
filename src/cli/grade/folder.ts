/**
 * The reports folder of a class. What is there already, made from the same, is not written again; what an earlier run wrote
 * for a submission that is gone is taken away, and nothing else is.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { climbs } from "../../judge/answers/submission/path";
import { put } from "../../report/put";
import type { Text } from "../../words/text";

export interface File {
  readonly path: string;
  readonly text: string | Iterable<string>;
}

export interface Folder {
  /**
   * @param name of what the files are made from
   * @param from fingerprint of all that they are made from
   * @returns what is to be said of them, also when they were made before
   */
  keep(name: string, from: string, make: () => Made): Promise<Kept>;
  /** Whether all that an earlier run wrote is there. */
  isWhole(): boolean;
  /** Ends the writing: takes away what nobody asked for any more. */
  finish(): Promise<void>;
}

/** Files, and what is to be said of them. */
export interface Made {
  readonly files: readonly File[];
  readonly said?: Said;
}

export interface Said {
  readonly notes: readonly Text[];
  readonly alike: number;
}

interface Kept {
  readonly from: string;
  readonly paths: readonly string[];
  readonly said?: Said;
}

const LIST = "cache/written.json";

export function openFolder(folder: string): Folder {
  const before = listIn(join(folder, LIST));
  const now = new Map<string, Kept>();
  return {
    keep: async (name, from, make) => {
      const known = before.get(name);
      const isThere = known?.from === from && known.paths.every((path) => existsSync(join(folder, path)));
      const kept = isThere ? known : await written(folder, from, make());
      now.set(name, kept);
      return kept;
    },
    isWhole: () =>
      before.size > 0 &&
      [...before.values()].every(({ paths }) => paths.every((path) => existsSync(join(folder, path)))),
    finish: async () => {
      const kept = new Set([...now.values()].flatMap(({ paths }) => paths));
      const gone = [...before.values()]
        .flatMap(({ paths }) => paths)
        .filter((path) => !kept.has(path) && !climbs(path));
      for (const path of gone) rmSync(join(folder, path), { force: true });
      mkdirSync(dirname(join(folder, LIST)), { recursive: true });
      await write(join(folder, LIST), JSON.stringify(Object.fromEntries(now)));
    },
  };
}

async function written(folder: string, from: string, { files, said }: Made): Promise<Kept> {
  for (const { path, text } of files) {
    const file = join(folder, path);
    // Students' files are many, and lie in a few folders.
    if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    await write(file, text);
  }
  return { from, paths: files.map(({ path }) => path), ...(said === undefined ? {} : { said }) };
}

/** A page that is written by half is written again: what a run has made is noted at its end. Large files wait for nobody. */
async function write(path: string, text: File["text"]): Promise<void> {
  if (typeof text === "string" && text.length < SMALL) writeFileSync(path, text);
  else await put(path, text);
}

/** Characters of a student's page, at most. */
const SMALL = 1 << 18;

/** A list that is damaged is none: everything is written again. */
function listIn(path: string): ReadonlyMap<string, Kept> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, Kept>));
  } catch {
    return new Map();
  }
}
