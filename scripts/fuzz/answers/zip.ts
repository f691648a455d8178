/** Writes archives as no archiver would: with names that climb, sizes that lie, links, names twice, one within another. */
import { crc32, deflateRawSync } from "node:zlib";

export interface Entry {
  readonly name: Buffer;
  readonly content: Buffer;
  /** What it claims to be unpacked. */
  readonly claims?: number;
  readonly isStored?: boolean;
  readonly isLink?: boolean;
  readonly isEncrypted?: boolean;
  /** Another one than that of its content. */
  readonly crc?: number;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const UNIX = 3 << 8;
const [LINK, FILE] = [0o120777, 0o100644];

export function zipOf(entries: readonly Entry[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, isLink = false } = entry;
    const packed = entry.isStored ? entry.content : deflateRawSync(entry.content, { level: 1 });
    const common = commonOf(entry, packed.length);
    const local = Buffer.concat([numbers([LOCAL, 4], [20, 2]), common, name, packed]);
    const attributes = (isLink ? LINK : FILE) * 0x1_0000;
    directory.push(
      Buffer.concat([
        numbers([CENTRAL, 4], [UNIX | 20, 2], [20, 2]),
        common,
        numbers([0, 2], [0, 2], [0, 2], [attributes, 4], [offset, 4]),
        name,
      ]),
    );
    pieces.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const { length } = entries;
  const end = numbers([END, 4], [0, 4], [length, 2], [length, 2], [index.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...pieces, index, end]);
}

/** What stands before a file and in the directory alike. */
function commonOf(entry: Entry, packed: number): Buffer {
  const { name, content, claims = content.length, crc = crc32(content), isStored, isEncrypted } = entry;
  return numbers(
    [isEncrypted ? 1 : 0, 2],
    [isStored ? 0 : 8, 2],
    [0, 4],
    [crc, 4],
    [packed, 4],
    [claims, 4],
    [name.length, 2],
    [0, 2],
  );
}

/** Values with how many bytes each has, the lowest first. */
function numbers(...values: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of values) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}
