/** `tp-mqtt check`: a student checks an answer sheet, and gets hints, never the key. */
import { markSheet } from "../../judge/answers/mark-sheet";
import { proseRubric } from "../../judge/answers/prose/rubric";
import type { Problem, Sheet } from "../../judge/answers/answer";
import type { Context } from "../../judge/answers/context";
import { readSheet } from "../../judge/answers/sheet/read";
import { truthOf } from "../../judge/answers/truth/load";
import { checked, checkStatus, type Checked } from "../../report/check/checked";
import { checkJson } from "../../report/check/json";
import { checkScreen } from "../../report/check/screen";
import { showsColours } from "../../report/console/paint";
import { wordsOf } from "../../words/words";
import type { Invocation } from "../commands";
import { asEnvironment } from "../flag-table";
import type * as Help from "../help";
import { lazily } from "../lazily";
import { askedQuestions } from "../questions-file";
import { UserError, userError } from "../user-error";
import { readCommandLine, type CommandLine } from "./command-line";
import { CHECK } from "./flags";
import { climbed } from "./climb";
import { asked, selected } from "./selection";
import { sheetIn } from "./sheet-file";

/** Columns where nobody looks at a terminal. */
const COLUMNS = 100;

export async function check(invocation: Invocation): Promise<number> {
  const { argv, env, lang, stdout } = invocation;
  const line = readCommandLine(argv);
  if (line.given.has("help")) {
    const { command, check: words } = wordsOf(lang).cli;
    const said = { what: command.check, ...words };
    stdout.write(lazily<typeof Help>("./help").commandHelp(CHECK, said, lang));
    return 0;
  }
  const file = onlySheet(line);
  const result = await climbed(file, line.hints, (ladder) => {
    const questions = askedQuestions(asEnvironment(CHECK, line.given, env).TP_QUESTIONS);
    const those = selected(questions, line.given.get("only") ?? []);
    const sheet = whole(readSheet(sheetIn(file), file, questions), file);
    const marks = markSheet(sheet, those, contextOf(sheet));
    return checked(file, { sheet, marks, questions: those }, asked(ladder, those));
  });
  stdout.write(shown(result, invocation, line));
  return checkStatus(result);
}

function onlySheet({ sheets: [file, second] }: CommandLine): string {
  if (file === undefined) throw userError(({ check: words }) => words.noSheet);
  if (second !== undefined) throw userError(({ check: words }) => words.twoSheets(file, second));
  return file;
}

/** @throws UserError with every problem of a sheet that cannot be judged at all */
function whole(sheet: Sheet, file: string): Sheet {
  const broken = sheet.problems.filter(({ question, harmless }) => question === undefined && !harmless);
  if (broken.length === 0) return sheet;
  const said = (lang: "en" | "fr") => broken.map((problem) => sentence(problem, file, lang)).join("\n");
  throw new UserError({ en: said("en"), fr: said("fr") });
}

function sentence({ line, column, what }: Problem, file: string, lang: "en" | "fr"): string {
  return `${file}:${line}:${column}: ${what[lang]}`;
}

function contextOf({ student }: Sheet): Context {
  return {
    // Read when the first answer in sentences is judged: many a sheet has none yet.
    get rubric() {
      return proseRubric();
    },
    truth: truthOf(),
    student,
  };
}

function shown(result: Checked, { env, lang, stdout }: Invocation, { given }: CommandLine): string {
  if (given.has("json")) return checkJson(result, lang);
  const columns = stdout.isTTY ? stdout.columns : COLUMNS;
  return checkScreen(result, { lang, colour: showsColours(stdout, env), columns });
}
