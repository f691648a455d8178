/** Who handed in what: a folder with an entry a student, or one archive of all, as learning platforms export them. */
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { entryName } from "../../../judge/answers/submission/entry-name";
import type { Submitters } from "../../../judge/answers/submission/gradescope";
import { byUnits, idsFor } from "../../../judge/answers/submission/ids";
import { grouped } from "../../../report/text/group";
import type { HandedFile } from "./file";
import { fileAt } from "./folder";
import { archiveParts, folderParts, type Part, type Parts } from "./parts";

/** What one student handed in. */
export interface Handed {
  readonly id: string;
  /** Moodle's record number. */
  readonly record?: string;
  /** As the learning platform knows them. */
  readonly submitters?: Submitters;
  readonly parts: readonly Part[];
}

export interface HandedClass {
  /** In the order of their ids. */
  readonly submissions: readonly Handed[];
  readonly close: () => void;
}

/**
 * @param path a folder, an archive of a whole class, or one sheet
 * @param except files that are not handed in although they may lie there, by their absolute paths
 * @throws Refused or the system's error where it cannot be opened
 */
export async function openClass(path: string, except: ReadonlySet<string>): Promise<HandedClass> {
  const { parts, submitters, close } = await partsAt(path, except);
  const sorted = [...parts].sort((a, b) => byUnits(a.name, b.name));
  // Only what a platform gave two names to belongs together; alice.yaml and alice.zip are two submissions.
  const groups = grouped(sorted, ({ name }) => {
    const { key, record } = entryName(name);
    return record === undefined ? name : key;
  });
  const ids = idsFor([...groups.keys()], (name) => entryName(name).key);
  const submissions = [...groups].map(([name, own]) => handed(ids.get(name) ?? name, own, submitters));
  return { submissions: submissions.sort((a, b) => byUnits(a.id, b.id)), close };
}

async function partsAt(path: string, except: ReadonlySet<string>): Promise<Parts> {
  const stats = await stat(path);
  if (stats.isDirectory()) return folderParts(path, except);
  if (/\.zip$/i.test(path)) return archiveParts(path);
  const open = async () => ({ files: [await fileAt(dirname(path), basename(path))], close: () => undefined });
  return { parts: [{ name: basename(path), open }], submitters: new Map(), close: () => undefined };
}

function handed(id: string, parts: readonly Part[], known: ReadonlyMap<string, Submitters>): Handed {
  const name = parts[0]?.name ?? "";
  const { student, record } = entryName(name);
  const submitters = known.get(name) ?? (student === undefined ? undefined : { name: student, number: "" });
  return {
    id,
    parts,
    ...(record === undefined ? {} : { record }),
    ...(submitters === undefined ? {} : { submitters }),
  };
}

/** Opens what was handed in, for as long as `use` takes. */
export async function withFiles<T>(
  { parts }: Handed,
  use: (files: readonly HandedFile[]) => Promise<T>,
): Promise<T> {
  const opened: Awaited<ReturnType<Part["open"]>>[] = [];
  try {
    for (const part of parts) opened.push(await part.open());
    const files = opened.map(({ files: own }, i) => {
      const prefix = parts.length > 1 ? `${parts[i]?.name ?? ""}/` : "";
      return own.map((file) => ({ ...file, path: prefix + file.path }));
    });
    return await use(files.flat());
  } finally {
    for (const { close } of opened) close();
  }
}
