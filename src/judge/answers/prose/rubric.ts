/** The questions in prose and the lexicon, from `fixtures/questions/`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onDemand } from "./on-demand";
import { questionOf, type Question, type QuestionData } from "./question";
import { keptModel } from "./opinion/kept";
import type { Model } from "./opinion/model";
import { themesOf, type Theme, type ThemesData } from "./themes";
import { Lexicon, type LexiconData } from "./text/lexicon";

export interface Rubric {
  readonly lexicon: Lexicon;
  readonly themes: readonly Theme[];
  /** By id, in the order of the sheet. */
  readonly questions: ReadonlyMap<string, Question>;
  /** What was learnt from marked answers, by question; not of those that have few. */
  readonly models: ReadonlyMap<string, Model>;
}

const FOLDER = join(__dirname, "../../../../fixtures/questions");
const MODELS = join(FOLDER, "../learnt");
const LEXICON = "lexicon";
const THEMES = "themes";

/** Reads both once for a process: judging is pure from there on. A question, and its model, is read when it is asked for. */
export function proseRubric(): Rubric {
  return (kept ??= load());
}

let kept: Rubric | undefined;

function load(): Rubric {
  return {
    lexicon: new Lexicon(parsed(FOLDER, LEXICON) as LexiconData),
    themes: themesOf(parsed(FOLDER, THEMES) as ThemesData),
    questions: onDemand(idsIn(FOLDER), (id) => questionOf(parsed(FOLDER, id) as QuestionData)),
    models: onDemand(idsIn(MODELS), (id) => keptModel(content(MODELS, id))),
  };
}

/** Each file is called after its question. */
function idsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const ids = names.sort().map((name) => name.slice(0, -".json".length));
  return ids.filter((id) => id !== LEXICON && id !== THEMES);
}

function parsed(folder: string, name: string): unknown {
  return JSON.parse(content(folder, name));
}

function content(folder: string, name: string): string {
  return readFileSync(join(folder, `${name}.json`), "utf8");
}
