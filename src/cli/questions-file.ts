/** `--questions FILE`: the questions that a class is asked, for every command that needs them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetQuestion } from "../judge/answers/question";
import { ownQuestions } from "../judge/answers/questions/own";
import type * as Questions from "../judge/answers/questions/questions";
import { sheetText } from "../judge/answers/sheet/source";
import { truthOf } from "../judge/answers/truth/load";
import { wordsOf } from "../words/words";
import { lazily } from "./lazily";
import { userError } from "./user-error";

const RUBRICS = join(__dirname, "../../fixtures/questions");
/** Files beside the rubrics that are none. */
const NO_RUBRICS = ["lexicon.json", "themes.json"];

/**
 * @param path of the teacher's file; without one the questions are the project's own
 * @returns in the order of the sheet
 * @throws UserError where the file cannot be read, QuestionsError (file:line:column) for the first thing wrong in it
 */
export function askedQuestions(path: string | undefined): readonly SheetQuestion[] {
  if (!path) return ownQuestions();
  // The facts of one version are those of all.
  const facts = new Set(Object.keys(truthOf().facts));
  // What reads YAML takes longer to load than all else that `check` needs, which mostly has no such file.
  const { sheetQuestions } = lazily<typeof Questions>("../judge/answers/questions/questions");
  return sheetQuestions({ name: path, source: sourceOf(path) }, { rubrics: rubricNames(), facts });
}

function sourceOf(path: string): string {
  try {
    return sheetText(readFileSync(path));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw userError(({ sheet }, lang) => sheet.unreadable(path, wordsOf(lang).cli.system[code] ?? message));
  }
}

function rubricNames(): ReadonlySet<string> {
  const files = readdirSync(RUBRICS).filter((name) => name.endsWith(".json") && !NO_RUBRICS.includes(name));
  return new Set(files.map((name) => name.slice(0, -".json".length)));
}
