/** Writing one file of the reports folder. */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Readable by its owner only. */
export const PRIVATE = 0o600;

/** The file is written beside its place and then moved there: nobody reads half of it. */
export async function put(
  file: string,
  content: string | Iterable<string | Buffer>,
  mode?: typeof PRIVATE,
): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  const pieces = typeof content === "string" ? [content] : content;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(beside, mode === undefined ? {} : { mode }));
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
