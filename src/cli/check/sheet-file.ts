/** The file of a sheet. */
import { closeSync, openSync, readSync } from "node:fs";
import type { Sheet } from "../../judge/answers/answer";
import type { SheetQuestion } from "../../judge/answers/question";
import { readSheet } from "../../judge/answers/sheet/read";
import { sheetText } from "../../judge/answers/sheet/source";
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { UserError, userError } from "../user-error";

/** Bytes: more than a sheet may have, in whatever encoding, so that a longer one is known to be too long. */
const LONGEST = 5 * 1024 * 1024;
const PIECE = 64 * 1024;

/**
 * @param questions all that are asked, so that ids are known
 * @throws UserError where the file cannot be read, and with every problem of a sheet that cannot be judged at all
 */
export function wholeSheet(file: string, questions: readonly SheetQuestion[]): Sheet {
  const sheet = readSheet(sheetIn(file), file, questions);
  const broken = sheet.problems.filter(({ question, harmless }) => question === undefined && !harmless);
  if (broken.length === 0) return sheet;
  const said = (lang: Lang) =>
    broken.map(({ line, column, what }) => `${file}:${line}:${column}: ${what[lang]}`).join("\n");
  throw new UserError({ en: said("en"), fr: said("fr") });
}

function sheetIn(path: string): string {
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
    const pieces: Buffer[] = [];
    for (let length = 0; length < LONGEST;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(file, piece, 0, PIECE, null);
      if (read === 0) break;
      pieces.push(piece.subarray(0, read));
      length += read;
    }
    return Buffer.concat(pieces);
  } finally {
    closeSync(file);
  }
}
