/** A zip archive, opened to be read into memory file by file: nothing in it is ever written anywhere. */
import { crc32 } from "node:zlib";
import { fromBufferPromise, getFileNameLowLevel, openPromise, type Entry, type ZipFile } from "yauzl";
import { climbs, isHidden, shortPath, tamePath } from "../../../judge/answers/submission/path";
import type { HandedFile } from "./file";
import { LIMITS, megabytes } from "./limits";
import { refused } from "./refusal";

export interface Archive {
  /** Without folders, and without what systems leave behind. Names may occur twice. */
  readonly files: readonly HandedFile[];
  readonly close: () => void;
}

/** Names are read here, not there: one bad name would be the end of the whole archive. */
const OPTIONS = { autoClose: false, lazyEntries: true, decodeStrings: false } as const;

/**
 * @param from path of the archive, or its bytes
 * @param most entries
 * @throws Refused where it is none, or has more entries
 */
export async function openArchive(from: string | Buffer, most: number): Promise<Archive> {
  const zip = await opened(from);
  try {
    return {
      files: await filesOf(zip, most),
      close: () => {
        zip.close();
      },
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function opened(from: string | Buffer): Promise<ZipFile> {
  try {
    return await (typeof from === "string" ? openPromise(from, OPTIONS) : fromBufferPromise(from, OPTIONS));
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === "string") throw error;
    throw refused(({ brokenArchive }) => brokenArchive);
  }
}

async function filesOf(zip: ZipFile, most: number): Promise<HandedFile[]> {
  const files: HandedFile[] = [];
  for await (const entry of entriesOf(zip)) {
    const path = nameOf(entry);
    if (zip.entriesRead > most) throw refused(({ manyFiles }) => manyFiles(most));
    if (!path.endsWith("/") && !isHidden(path)) files.push(fileOf(zip, entry, path));
  }
  return files;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch {
    throw refused(({ brokenArchive }) => brokenArchive);
  }
}

/** As UTF-8 where it can be that: some programs write it without saying so. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  const utf8 = fileNameRaw.toString("utf8");
  return utf8.includes("\ufffd") ? name : utf8;
}

const [UNIX, FILE_TYPE, LINK] = [3, 0o170000, 0o120000];

function fileOf(zip: ZipFile, entry: Entry, path: string): HandedFile {
  return {
    path: climbs(path) ? tamePath(path) : path,
    isLink:
      entry.versionMadeBy >>> 8 === UNIX && ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK,
    size: entry.uncompressedSize,
    read: async (most) => {
      check(entry, path, most);
      const bytes = await inflated(zip, entry, path, most);
      if (crc32(bytes) !== entry.crc32) throw refused(({ brokenFile }) => brokenFile(shortPath(path)));
      return bytes;
    },
  };
}

/** What can be said before anything is unpacked. */
function check(entry: Entry, path: string, most: number): void {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (climbs(path)) throw refused(({ climbing }) => climbing(shortPath(path)));
  if (entry.isEncrypted()) throw refused(({ encrypted }) => encrypted(shortPath(path)));
  if (!entry.canDecodeFileData()) throw refused(({ unknownPacking }) => unknownPacking(shortPath(path)));
  if (size > most) throw refused(({ largeFile }) => largeFile(shortPath(path), megabytes(most)));
  if (size > LIMITS.suspicious && size > packed * LIMITS.ratio)
    throw refused(({ bomb }) => bomb(shortPath(path)));
}

/** However large it claims to be, no more is unpacked than `most` bytes. */
async function inflated(zip: ZipFile, entry: Entry, path: string, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      size += (piece as Buffer).length;
      if (size > most) break;
      pieces.push(piece as Buffer);
    }
  } catch {
    throw refused(({ brokenFile }) => brokenFile(shortPath(path)));
  }
  if (size > most) throw refused(({ largeFile }) => largeFile(shortPath(path), megabytes(most)));
  return Buffer.concat(pieces);
}
