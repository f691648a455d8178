/** The questions in prose and the lexicon, from `fixtures/questions/`. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { questionOf, type Question, type QuestionData } from "./question";
import type { ModelData } from "./opinion/model";
import { themesOf, type Theme, type ThemesData } from "./themes";
import { Lexicon, type LexiconData } from "./text/lexicon";

export interface Rubric {
  readonly lexicon: Lexicon;
  readonly themes: readonly Theme[];
  /** By id, in the order of the sheet. */
  readonly questions: ReadonlyMap<string, Question>;
  /** What was learnt from marked answers, by question; not of those that have few. */
  readonly models: ReadonlyMap<string, ModelData>;
}

const FOLDER = join(__dirname, "../../../../fixtures/questions");
const MODELS = join(FOLDER, "../learnt/models.json");
const LEXICON = "lexicon.json";
const THEMES = "themes.json";

/** Reads both once for a process: judging is pure from there on. */
export function proseRubric(): Rubric {
  return (kept ??= load());
}

let kept: Rubric | undefined;

function load(): Rubric {
  const files = readdirSync(FOLDER).filter(
    (name) => name.endsWith(".json") && ![LEXICON, THEMES].includes(name),
  );
  const questions = files.sort().map((name) => questionOf(parsed(name) as QuestionData));
  return {
    lexicon: new Lexicon(parsed(LEXICON) as LexiconData),
    themes: themesOf(parsed(THEMES) as ThemesData),
    questions: new Map(questions.map((question) => [question.id, question])),
    models: new Map(Object.entries(parsed(MODELS) as Record<string, ModelData>)),
  };
}

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(resolve(FOLDER, name), "utf8"));
}
