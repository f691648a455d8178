/** `tp-mqtt check --json`: what the screen shows, for editors and other programs. */
import type { Position, Problem } from "../../judge/answers/answer";
import { OUTCOMES, type Outcome } from "../../judge/answers/mark";
import { inLang, type Lang } from "../../words/text";
import { visibleJson } from "../text/printable";
import type { Checked, CheckedQuestion } from "./checked";

interface Place extends Position {
  readonly text: string;
}

interface CheckJson {
  readonly version: 1;
  readonly file: string;
  readonly lang: Lang;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly questions: readonly {
    readonly id: string;
    readonly section: string;
    readonly outcome: Outcome;
    /** Of its answer, from 1; nothing where nothing is written. */
    readonly line: number | null;
    readonly column: number | null;
    readonly tells: readonly string[];
    /** Why it is not gradable. */
    readonly problems: readonly Place[];
    /** Those that were asked for so far. */
    readonly hints: readonly string[];
    readonly hintsLeft: number;
  }[];
  /** About the sheet; they make nothing ungradable. */
  readonly problems: readonly Place[];
  readonly notes: readonly string[];
}

export function checkJson({ file, questions, problems, notes }: Checked, lang: Lang): string {
  const document: CheckJson = {
    version: 1,
    file,
    lang,
    counts: countsOf(questions),
    questions: questions.map((question) => ({
      id: question.id,
      section: question.section,
      outcome: question.outcome,
      line: question.at?.line ?? null,
      column: question.at?.column ?? null,
      tells: question.tells.map((text) => inLang(text, lang)),
      problems: question.problems.map((problem) => placed(problem, lang)),
      hints: question.hints.map((text) => inLang(text, lang)),
      hintsLeft: question.hintsLeft,
    })),
    problems: problems.map((problem) => placed(problem, lang)),
    notes: notes.map((text) => inLang(text, lang)),
  };
  return visibleJson(`${JSON.stringify(document, null, 2)}\n`);
}

export function countsOf(questions: readonly CheckedQuestion[]): Readonly<Record<Outcome, number>> {
  const counts = OUTCOMES.map((outcome) => {
    const those = questions.filter((question) => question.outcome === outcome);
    return [outcome, those.length] as const;
  });
  return Object.fromEntries(counts) as Record<Outcome, number>;
}

function placed({ line, column, what }: Problem, lang: Lang): Place {
  return { line, column, text: inLang(what, lang) };
}
