/** Folders for the tests of `grade`: written from a description, and read back. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** A folder that is gone when the test file ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-grade-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export type Files = Readonly<Record<string, string | Buffer>>;

export function folderWith(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Paths and contents of all files below it; those of the cache are left out. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return new Map(
    paths
      .filter((path) => !path.startsWith("cache/"))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

/** @param files names within the archive, as they are: also such as no archiver would write */
export async function zipOf(files: Files): Promise<Buffer> {
  const zip = new ZipFile();
  const tame = Object.entries(files).map(([path, content], i) => ({
    path,
    content,
    name: `entry-${i}`.padEnd(path.length, "_"),
  }));
  for (const { content, name } of tame) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  const bytes = await buffer(Readable.from(zip.outputStream));
  for (const { path, name } of tame) replaceAll(bytes, name, path);
  return bytes;
}

/** The library refuses names that climb: they are put in afterwards, at the same length. */
function replaceAll(bytes: Buffer, name: string, path: string): void {
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
    bytes.write(path, at, "latin1");
}

/** A sheet with these answers, as `tp-mqtt sheet` writes it. */
export function sheetWith(answers: Readonly<Record<string, string>>, name = "Student"): string {
  const entries = Object.entries(answers).map(
    ([id, text]) => `${id}:\n  answer: |\n${text.replace(/^/gm, "    ")}\n`,
  );
  return `sheet: 1\nlang: en\nname: ${name}\n\n${entries.join("\n")}`;
}
