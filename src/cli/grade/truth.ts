/** `--truth`: where the key comes from. */
import { join } from "node:path";
import { JournalFileError, loadJournal } from "../../evidence/journal/file";
import type { SheetQuestion } from "../../judge/answers/question";
import type { Truth } from "../../judge/answers/truth/fact";
import { truthOf } from "../../judge/answers/truth/load";
import { truthFrom } from "../../judge/answers/truth/own";
import { userError } from "../user-error";
import { unreadable } from "./unreadable";

const VERSION = /^\d+(?:\.\d+)*$/;

/**
 * @param given version of a broker, or the folder that `tp-mqtt verify` left its journal in
 * @throws UserError or TruthError where it tells nothing, or not all that is asked
 */
export function truthAt(given: string | undefined, questions: readonly SheetQuestion[]): Truth {
  if (!given || VERSION.test(given)) return truthOf(given || undefined);
  const file = join(given, "journal.jsonl");
  try {
    return truthFrom(loadJournal(file), questions);
  } catch (error) {
    if (error instanceof JournalFileError) {
      const { line, column, why } = error;
      throw userError((words, lang) => words.badJournal(`${file}:${line}:${column}`, why[lang]));
    }
    if ((error as NodeJS.ErrnoException).code !== undefined) throw unreadable(file, error);
    throw error;
  }
}
