/** `tp-mqtt sheet`: an empty answer sheet on standard output. */
import { emptySheet } from "../../judge/answers/sheet/write";
import { wordsOf } from "../../words/words";
import type { Invocation } from "../commands";
import { asEnvironment, readFlags } from "../flag-table";
import { commandHelp } from "../help";
import { askedQuestions } from "../questions-file";
import { userError } from "../user-error";
import { SHEET } from "./flags";

/** @returns 0 when the sheet was written */
export function sheet({ argv, env, lang, stdout }: Invocation): Promise<number> {
  const { given, positionals } = readFlags(SHEET, argv);
  if (given.has("help")) {
    const { command, sheet: words } = wordsOf(lang).cli;
    stdout.write(commandHelp(SHEET, { what: command.sheet, ...words }, lang));
    return Promise.resolve(0);
  }
  const [stray] = positionals;
  if (stray !== undefined) throw userError(({ sheet: words }) => words.stray(stray));
  const settings = asEnvironment(SHEET, given, env);
  const questions = askedQuestions(settings.TP_QUESTIONS);
  const form = settings.TP_FORM === "markdown" ? "markdown" : "yaml";
  stdout.write(emptySheet(questions, lang, form));
  return Promise.resolve(0);
}
