/** Writing one file of the reports folder. */
import { rename, rm, writeFile } from "node:fs/promises";

/** Readable by its owner only. */
export const PRIVATE = 0o600;

/** Bytes, about, that are written at once. */
const CHUNK = 1 << 16;

/** The file is written beside its place and then moved there: nobody reads half of it. */
export async function put(
  file: string,
  content: string | Iterable<string | Buffer>,
  mode?: typeof PRIVATE,
): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  const pieces = typeof content === "string" ? [content] : content;
  try {
    await writeFile(beside, chunks(pieces), mode === undefined ? {} : { mode });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Few large pieces instead of many small ones: each is written by itself. */
function* chunks(pieces: Iterable<string | Buffer>): Generator<Buffer> {
  let [waiting, size]: [Buffer[], number] = [[], 0];
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    waiting.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}
