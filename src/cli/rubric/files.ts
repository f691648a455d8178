/** The files of marked answers that are tried. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { markedAnswers, type MarkedAnswer } from "../../judge/answers/prose/marked";
import { wordsOf } from "../../words/words";
import { userError } from "../user-error";

export interface AnswerFile {
  readonly name: string;
  readonly answers: readonly MarkedAnswer[];
  /** Only counted: whoever writes rules must not see how its answers fare. */
  readonly isOutOfSight: boolean;
}

const OWN = join(__dirname, "../../../fixtures/answers");
const OUT_OF_SIGHT = "hidden.jsonl";
const OWN_FILES = ["visible.jsonl", OUT_OF_SIGHT, "sample.jsonl"];

/**
 * @param file the one that was named, else the project's own
 * @throws UserError where it cannot be read or holds nothing, MarkedError for a line that is no marked answer
 */
export function answerFiles(file: string | undefined, questions: ReadonlySet<string>): AnswerFile[] {
  if (file !== undefined) return [read(file, file, questions)];
  return OWN_FILES.map((name) => read(join(OWN, name), name, questions));
}

function read(path: string, name: string, questions: ReadonlySet<string>): AnswerFile {
  const answers = markedAnswers(contentOf(path), name, questions);
  if (answers.length === 0) throw userError(({ rubric }) => rubric.nothing(name));
  return { name, answers, isOutOfSight: basename(path) === OUT_OF_SIGHT && path.startsWith(OWN) };
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw userError(({ rubric }, lang) => rubric.unreadable(path, wordsOf(lang).cli.system[code] ?? message));
  }
}
