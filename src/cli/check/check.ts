/** `tp-mqtt check`: a student checks an answer sheet, and gets hints, never the key. */
import { checked, checkStatus, type Checked, type JudgedSheet } from "../../report/check/checked";
import { checkJson } from "../../report/check/json";
import { checkScreen } from "../../report/check/screen";
import { showsColours } from "../../report/console/paint";
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import type { Invocation } from "../commands";
import { asEnvironment } from "../flag-table";
import type * as Help from "../help";
import { lazily } from "../lazily";
import { askedQuestions } from "../questions-file";
import { userError } from "../user-error";
import { climbed } from "./climb";
import { readCommandLine, type CommandLine } from "./command-line";
import { CHECK, flagWords } from "./flags";
import { judged } from "./judged";
import type * as Reports from "./reports";
import { asked, selected } from "./selection";
import { wholeSheet } from "./sheet-file";

/** Columns where nobody looks at a terminal. */
const COLUMNS = 100;

export async function check(invocation: Invocation): Promise<number> {
  const { argv, lang, stdout } = invocation;
  const line = readCommandLine(argv);
  const { given } = line;
  if (given.has("help")) {
    const { command, check: words } = wordsOf(lang).cli;
    const said = { ...words, what: command.check, flags: flagWords(lang) };
    stdout.write(lazily<typeof Help>("./help").commandHelp(CHECK, said, lang));
    return 0;
  }
  const file = onlySheet(line);
  const env = environment(line, invocation.env);
  const result = await climbed(file, line.hints, async (ladder) => {
    const all = askedQuestions(env.TP_QUESTIONS);
    const questions = selected(all, given.get("only") ?? []);
    const sheet = wholeSheet(file, all);
    const climbing = asked(ladder, questions);
    const setting = { ...invocation, env };
    const { marks, notes } = await judged({ sheet, questions, isLive: given.has("live") }, setting);
    const judgedSheet = { sheet, questions, marks };
    await reported(file, judgedSheet, line, lang);
    return { ...checked(file, judgedSheet, climbing), notes };
  });
  stdout.write(shown(result, { ...invocation, env }, line));
  return checkStatus(result);
}

function onlySheet({ sheets: [file, second] }: CommandLine): string {
  if (file === undefined) throw userError(({ check: words }) => words.noSheet);
  if (second !== undefined) throw userError(({ check: words }) => words.twoSheets(file, second));
  return file;
}

/** As `verify` has it: naming a host means that host. */
function environment({ given }: CommandLine, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const merged = asEnvironment(CHECK, given, env);
  return given.has("host") && !given.has("target") ? { ...merged, TP_TARGET: "remote" } : merged;
}

/** For whoever asks for files. */
async function reported(
  file: string,
  judgedSheet: JudgedSheet,
  { given }: CommandLine,
  lang: Lang,
): Promise<void> {
  const [folder] = given.get("reports") ?? [];
  if (folder === undefined) return;
  await lazily<typeof Reports>("./check/reports").writeReports(folder, file, judgedSheet, lang);
}

function shown(result: Checked, { env, lang, stdout }: Invocation, { given }: CommandLine): string {
  if (given.has("json")) return checkJson(result, lang);
  const columns = stdout.isTTY ? stdout.columns : COLUMNS;
  return checkScreen(result, { lang, colour: showsColours(stdout, env), columns });
}
