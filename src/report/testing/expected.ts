/** Expected reports are files, so that a person can read them. TP_RECORD=1 writes them anew: look at the difference. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "../expected");

/** What the file holds, after it was written with `actual` if that was asked for. */
export function expected(file: string, actual: string): string {
  const path = join(FOLDER, file);
  if (process.env.TP_RECORD) writeFileSync(path, actual);
  return readFileSync(path, "utf8");
}
