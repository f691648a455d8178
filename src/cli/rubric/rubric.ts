/** `tp-mqtt rubric test`: the rubric tried on marked answers. */
import { proseRubric } from "../../judge/answers/prose/rubric";
import { tryOut } from "../../judge/answers/prose/workbench";
import { wordsOf } from "../../words/words";
import type { Invocation } from "../commands";
import { readFlags } from "../flag-table";
import { commandHelp } from "../help";
import { NOTHING_JUDGED, userError } from "../user-error";
import { answerFiles } from "./files";
import { RUBRIC } from "./flags";
import { jsonOf } from "./json";
import { screenOf } from "./screen";

/** @returns 0 when the answers were graded, whatever came of it */
export function rubric({ argv, lang, stdout }: Invocation): Promise<number> {
  const { given, positionals } = readFlags(RUBRIC, argv);
  const [action, file, stray] = positionals;
  if (given.has("help") || action === undefined) {
    const { command, rubric: words } = wordsOf(lang).cli;
    stdout.write(commandHelp(RUBRIC, { what: command.rubric, ...words }, lang));
    return Promise.resolve(given.has("help") ? 0 : NOTHING_JUDGED);
  }
  if (action !== "test") throw userError(({ rubric: words }) => words.unknownAction(action));
  if (stray !== undefined) throw userError(({ rubric: words }) => words.stray(stray));
  const rules = proseRubric();
  const files = answerFiles(file, new Set(rules.questions.keys()));
  const tried = files.map(({ answers, ...about }) => ({ ...about, tried: tryOut(answers, rules) }));
  const all = tried.flatMap((one) => one.tried);
  stdout.write(given.has("json") ? jsonOf(all, rules, lang) : screenOf(tried, rules, lang));
  return Promise.resolve(0);
}
