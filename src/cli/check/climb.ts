/** The ladder of hints: how far up it goes this time, and that it is kept for the next. */
import type { Checked, Ladder } from "../../report/check/checked";
import { wordsOf } from "../../words/words";
import { userError } from "../user-error";
import type { Hints } from "./command-line";
import { keepRungs, readRungs, rungsFile, type Rungs } from "./rungs";

/** @param judge judges the sheet with the ladder as it stands */
export async function climbed(
  sheet: string,
  { named, each }: Hints,
  judge: (ladder: Ladder) => Promise<Checked>,
): Promise<Checked> {
  const file = rungsFile(sheet);
  const before = readRungs(file);
  const checked = await judge({ before, asked: new Set(named), each });
  const higher = checked.questions.filter(({ asked }) => asked === "given");
  if (higher.length === 0) return checked;
  return kept(
    checked,
    file,
    new Map([...before, ...higher.map(({ id, hints }) => [id, hints.length] as const)]),
  );
}

/** A folder that cannot be written to costs the next hint, and not this one. */
async function kept(checked: Checked, file: string, rungs: Rungs): Promise<Checked> {
  try {
    await keepRungs(file, rungs);
    return checked;
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const { text } = userError(({ check }, lang) =>
      check.screen.notKept(file, wordsOf(lang).cli.system[code] ?? message),
    );
    return { ...checked, notes: [...checked.notes, text] };
  }
}
