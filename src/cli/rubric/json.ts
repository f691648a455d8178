/** `tp-mqtt rubric test --json`, the form that DESIGN.md lays down. */
import type { Figures } from "../../judge/answers/prose/measure";
import type { Points } from "../../judge/answers/prose/question";
import type { Rubric } from "../../judge/answers/prose/rubric";
import { byQuestion, figuresOfTried, type Tried } from "../../judge/answers/prose/workbench";
import { inLang, type Lang } from "../../words/text";

interface RubricTest {
  readonly version: 1;
  readonly total: Figures;
  readonly questions: Readonly<Record<string, Figures>>;
  readonly answers: readonly {
    /** In its file, from 1. */
    readonly line: number;
    readonly q: string;
    readonly points: Points | null;
    readonly marked: Points;
    readonly reason: string;
  }[];
}

export function jsonOf(tried: readonly Tried[], rubric: Rubric, lang: Lang): string {
  const questions = [...byQuestion(tried, rubric)].map(([id, group]) => [id, figuresOfTried(group)] as const);
  const result: RubricTest = {
    version: 1,
    total: figuresOfTried(tried),
    questions: Object.fromEntries(questions),
    answers: tried.map(({ answer, grade }) => ({
      line: answer.line,
      q: answer.q,
      points: grade.points,
      marked: answer.points,
      reason: inLang(grade.reason, lang),
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
