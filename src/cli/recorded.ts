/** A run that is judged: its journal, and what is known about how it came. `recorded` takes it from an earlier run. */
import { join, resolve } from "node:path";
import type { Entry } from "../evidence/journal/entry";
import { JournalFileError, loadJournal } from "../evidence/journal/file";
import type { Exercise } from "../exercise/exercise";
import { REPORT_FILES, type ReportFile } from "../report/files";
import type { Phases } from "../report/report";
import { prepareFolder } from "../report/write";
import type { Words } from "../words/words";
import { userError } from "./user-error";

export interface Recording {
  readonly entries: readonly Entry[];
  /** Those that are judged, without the prerequisites. */
  readonly exercises: readonly Exercise[];
  readonly phases: Phases;
  readonly folder: string;
  readonly files: readonly ReportFile[];
  readonly interrupted: boolean;
}

/**
 * Reads the journal in `from`. Reports go into --reports, or beside the journal when that is not given.
 * @param selected those asked for; undefined means those that were played
 */
export async function recorded(
  from: string,
  exercises: readonly Exercise[],
  selected: readonly Exercise[] | undefined,
  env: NodeJS.ProcessEnv,
): Promise<Recording> {
  const folder = env.TP_REPORTS ?? from;
  const entries = load(join(from, "journal.jsonl"));
  const known = playedThen(entries, exercises);
  if (known.length === 0) throw userError((words) => words.otherExercises);
  await writable(folder);
  const files = REPORT_FILES.filter((file) => file !== "journal.jsonl" || resolve(folder) !== resolve(from));
  return { entries, exercises: selected ?? known, phases: {}, folder, files, interrupted: false };
}

/** @throws UserError when reports cannot be written there: better said before anything is played */
export async function writable(folder: string): Promise<void> {
  await writing(folder, () => prepareFolder(folder));
}

/** @throws UserError when `work`, which writes there, is refused */
export async function writing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw userError((words) => words.cannotWrite(folder, said(error, words)));
  }
}

function load(file: string): readonly Entry[] {
  try {
    return loadJournal(file);
  } catch (error) {
    if (error instanceof JournalFileError) {
      const { line, column, why } = error;
      throw userError((words, lang) => words.badJournal(`${file}:${line}:${column}`, why[lang]));
    }
    throw userError((words) => words.cannotRead(file, said(error, words)));
  }
}

/** Those of the exercises that the journal was recorded for. */
export function playedThen(entries: readonly Entry[], exercises: readonly Exercise[]): readonly Exercise[] {
  const [run] = entries;
  const ids = run?.source === "run" ? run.exercises : undefined;
  return ids === undefined ? exercises : exercises.filter(({ id }) => ids.includes(id));
}

/** The operating system's refusal in words. */
function said(error: unknown, { system }: Words["cli"]): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return system[code] ?? code;
}
