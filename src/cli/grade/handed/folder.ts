/** The files of a folder on disk, its subfolders' too. Links are not followed: they could lead anywhere. */
import type { Dirent } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { isHidden, shortPath } from "../../../judge/answers/submission/path";
import { byUnits } from "../../../judge/answers/submission/ids";
import type { HandedFile } from "./file";
import { LIMITS, megabytes } from "./limits";
import { refused } from "./refusal";

/** @throws Refused where there are too many, or too many folders within one another */
export async function filesBelow(folder: string): Promise<HandedFile[]> {
  const files: HandedFile[] = [];
  const walk = async (within: readonly string[]): Promise<void> => {
    if (within.length > LIMITS.depth) throw refused(({ deep }) => deep(LIMITS.depth));
    for (const entry of await entriesOf(join(folder, ...within))) {
      const path = [...within, entry.name];
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() || entry.isSymbolicLink()) files.push(await fileAt(folder, path.join("/")));
      if (files.length > LIMITS.files) throw refused(({ manyFiles }) => manyFiles(LIMITS.files));
    }
  };
  await walk([]);
  return files;
}

/** What a folder holds, in the same order everywhere; what is hidden is left out. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(({ name }) => !isHidden(name)).sort((a, b) => byUnits(a.name, b.name));
}

/** @param path within the folder */
export async function fileAt(folder: string, path: string): Promise<HandedFile> {
  const file = join(folder, path);
  const stats = await lstat(file);
  return {
    path,
    isLink: stats.isSymbolicLink(),
    size: stats.size,
    read: (most) => contentOf(file, path, most),
  };
}

/** What is measured is what is read, also of a file that grows meanwhile. */
async function contentOf(file: string, path: string, most: number): Promise<Buffer> {
  await using handle = await open(file, "r");
  const { size } = await handle.stat();
  if (size > most) throw refused(({ largeFile }) => largeFile(shortPath(path), megabytes(most)));
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
  return buffer.subarray(0, bytesRead);
}
