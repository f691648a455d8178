/** The questions in prose and the lexicon, from `fixtures/questions/`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { questionOf, type Question, type QuestionData } from "./question";
import { Lexicon, type LexiconData } from "./text/lexicon";

export interface Rubric {
  readonly lexicon: Lexicon;
  /** By id, in the order of the sheet. */
  readonly questions: ReadonlyMap<string, Question>;
}

const FOLDER = join(__dirname, "../../../fixtures/questions");
const LEXICON = "lexicon.json";

/** Reads both once for a process: judging is pure from there on. */
export function proseRubric(): Rubric {
  return (kept ??= load());
}

let kept: Rubric | undefined;

function load(): Rubric {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && name !== LEXICON);
  const questions = files.sort().map((name) => questionOf(parsed(name) as QuestionData));
  return {
    lexicon: new Lexicon(parsed(LEXICON) as LexiconData),
    questions: new Map(questions.map((question) => [question.id, question])),
  };
}

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
}
