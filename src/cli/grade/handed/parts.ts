/** What lies in the folder of a class, or in one archive of it: each entry by its name, not opened yet. */
import { join, resolve } from "node:path";
import { isPlatformName } from "../../../judge/answers/submission/entry-name";
import { gradescopeSubmitters, type Submitters } from "../../../judge/answers/submission/gradescope";
import { grouped } from "../../../report/text/group";
import { openArchive, type Archive } from "./archive";
import type { HandedFile } from "./file";
import { entriesOf, fileAt, filesBelow } from "./folder";
import { LIMITS } from "./limits";

/** A folder, an archive or a file that somebody handed in. */
export interface Part {
  readonly name: string;
  readonly open: () => Promise<Archive>;
}

export interface Parts {
  readonly parts: readonly Part[];
  /** Who handed in what, where Gradescope says so. */
  readonly submitters: ReadonlyMap<string, Submitters>;
  readonly close: () => void;
}

const METADATA = "submission_metadata.yml";
/** Bytes of that file. */
const LONGEST_METADATA = 16 * 1024 * 1024;
/** What lies beside submissions and is none: the metadata, and worksheets. */
const BESIDE = /^submission_metadata\.yml$|\.csv$/i;
const ZIP = /\.zip$/i;

/** @param except files that are not handed in, by their absolute paths */
export async function folderParts(folder: string, except: ReadonlySet<string>): Promise<Parts> {
  const entries = (await entriesOf(folder)).filter(
    ({ name }) => !BESIDE.test(name) && !except.has(resolve(folder, name)),
  );
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const path = join(folder, only.name);
    if (only.isDirectory() && (await entriesOf(path)).some(({ name }) => isPlatformName(name)))
      return folderParts(path, except);
    if (only.isFile() && ZIP.test(only.name)) {
      const parts = await archiveParts(path).catch(() => undefined);
      if (parts?.parts.some(({ name }) => isPlatformName(name))) return parts;
      parts?.close();
    }
  }
  return {
    parts: entries.map((entry) => ({
      name: entry.name,
      open: () => openPart(folder, entry.name, entry.isDirectory()),
    })),
    submitters: await metadataIn(folder),
    close: () => undefined,
  };
}

async function openPart(folder: string, name: string, isFolder: boolean): Promise<Archive> {
  if (isFolder) return { files: await filesBelow(join(folder, name)), close: () => undefined };
  const file = await fileAt(folder, name);
  if (ZIP.test(name) && !file.isLink) return openArchive(join(folder, name), LIMITS.files);
  return { files: [file], close: () => undefined };
}

async function metadataIn(folder: string): Promise<ReadonlyMap<string, Submitters>> {
  try {
    const file = await fileAt(folder, METADATA);
    return gradescopeSubmitters((await file.read(LONGEST_METADATA)).toString("utf8"));
  } catch {
    return new Map();
  }
}

/** @throws Refused where it is no archive, or a larger one than any class has */
export async function archiveParts(path: string): Promise<Parts> {
  const { files, close } = await openArchive(path, LIMITS.classFiles);
  const within = withoutWrapper(files);
  const byName = grouped(
    within.filter(({ path: name }) => !BESIDE.test(name)),
    ({ path: name }) => name.split("/")[0] ?? "",
  );
  return {
    parts: [...byName].map(([name, own]) => ({
      name,
      open: () =>
        Promise.resolve({ files: own.map((file) => shortened(file, name)), close: () => undefined }),
    })),
    submitters: await metadataAmong(within),
    close,
  };
}

function shortened(file: HandedFile, folder: string): HandedFile {
  return file.path === folder ? file : { ...file, path: file.path.slice(folder.length + 1) };
}

/** Gradescope puts all submissions into one folder. */
function withoutWrapper(files: readonly HandedFile[]): readonly HandedFile[] {
  const [first] = files;
  const wrapper = first?.path.split("/")[0] ?? "";
  const isWrapped = files.every(({ path }) => path.startsWith(`${wrapper}/`));
  const within = files.map((file) => shortened(file, wrapper));
  return isWrapped && within.some(({ path }) => isPlatformName(path.split("/")[0] ?? "")) ? within : files;
}

async function metadataAmong(files: readonly HandedFile[]): Promise<ReadonlyMap<string, Submitters>> {
  const file = files.find(({ path }) => path === METADATA);
  try {
    return gradescopeSubmitters((await file?.read(LONGEST_METADATA))?.toString("utf8") ?? "");
  } catch {
    return new Map();
  }
}
