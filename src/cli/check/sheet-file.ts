/** The file of a sheet. */
import { closeSync, openSync, readSync } from "node:fs";
import { sheetText } from "../../judge/answers/sheet/source";
import { wordsOf } from "../../words/words";
import { userError } from "../user-error";

/** Bytes: more than a sheet may have, in whatever encoding, so that a longer one is known to be too long. */
const LONGEST = 5 * 1024 * 1024;

/** @throws UserError where it cannot be read */
export function sheetIn(path: string): string {
  try {
    return sheetText(beginningOf(path));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw userError(({ check }, lang) => check.unreadable(path, wordsOf(lang).cli.system[code] ?? message));
  }
}

function beginningOf(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(LONGEST);
    let [length, read] = [0, 0];
    do {
      read = readSync(file, buffer, length, LONGEST - length, null);
      length += read;
    } while (read > 0 && length < LONGEST);
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
