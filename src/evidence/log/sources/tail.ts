/** Where the last lines of a file begin. */
import type { FileHandle } from "node:fs/promises";

const CHUNK = 64 * 1024;
const LINE_END = 10;

/**
 * Offset, in bytes, of the last `count` lines among the first `size` bytes of a file; 0 where it has no more than those.
 * A last line without an end counts. The file is read backwards, and no further than needed.
 */
export async function lastLines(file: FileHandle, size: number, count: number): Promise<number> {
  if (count <= 0 || size === 0) return size;
  // The end of the last line is not the end of one that comes before it.
  let end = size - 1;
  let left = count;
  const buffer = Buffer.alloc(CHUNK);
  while (end > 0) {
    const start = Math.max(0, end - CHUNK);
    const { bytesRead } = await file.read(buffer, 0, end - start, start);
    for (let at = lineEnd(buffer, bytesRead); at !== -1; at = lineEnd(buffer, at)) {
      left--;
      if (left === 0) return start + at + 1;
    }
    end = start;
  }
  return 0;
}

/** The last line end before `before`, or -1. */
function lineEnd(buffer: Buffer, before: number): number {
  return before === 0 ? -1 : buffer.lastIndexOf(LINE_END, before - 1);
}
