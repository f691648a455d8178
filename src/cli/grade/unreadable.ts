/** A file or folder that the teacher named and that cannot be read. */
import { wordsOf } from "../../words/words";
import { userError, type UserError } from "../user-error";

export function unreadable(path: string, error: unknown): UserError {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return userError(({ grade }, lang) => grade.unreadable(path, wordsOf(lang).cli.system[code] ?? message));
}
