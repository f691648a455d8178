/** `tp-mqtt grade`: a class's answer sheets are graded, and gradebooks and pages written. */
import { wordsOf } from "../../words/words";
import type { Invocation } from "../commands";
import { readFlags } from "../flag-table";
import { commandHelp } from "../help";
import { NOTHING_JUDGED, userError } from "../user-error";
import { gradeClass } from "./class";
import { GRADE } from "./flags";
import { screenOf } from "./screen";
import { gradeSettings } from "./settings";
import { changes, earlier } from "./since";

const SOME_REFUSED = 1;

/** @returns 0 when every submission was graded, 1 when some were, 2 when none was */
export async function grade({ argv, env, lang, stdout, stderr }: Invocation): Promise<number> {
  const { given, positionals } = readFlags(GRADE, argv);
  if (given.has("help")) {
    const { command, grade: words } = wordsOf(lang).cli;
    stdout.write(commandHelp(GRADE, { what: command.grade, ...words }, lang));
    return 0;
  }
  const [folder, stray] = positionals;
  if (folder === undefined) throw userError((words) => words.grade.noFolder);
  if (stray !== undefined) throw userError((words) => words.grade.stray(stray));
  const settings = await gradeSettings(folder, given, { env, lang });
  // It may lie in the folder that is written to.
  const before = settings.since === undefined ? undefined : earlier(settings.since);
  const { grades, ...outcome } = await gradeClass(settings, { lang, stderr });
  stdout.write(screenOf(outcome, settings, lang));
  if (before !== undefined && grades !== undefined)
    stdout.write(`\n${await changes(before, grades, settings.reports, lang)}`);
  const { graded, submissions } = outcome.summary;
  if (graded === 0) return NOTHING_JUDGED;
  return graded < submissions ? SOME_REFUSED : 0;
}
