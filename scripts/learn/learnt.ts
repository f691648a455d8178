/** What the models are learnt from, and the form in which they are kept. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gradeByRules } from "../../src/judge/answers/prose/grade";
import { markedAnswers, type MarkedAnswer } from "../../src/judge/answers/prose/marked";
import { featuresOf } from "../../src/judge/answers/prose/opinion/features";
import { writtenModel } from "../../src/judge/answers/prose/opinion/kept";
import type { ModelData } from "../../src/judge/answers/prose/opinion/model";
import { train } from "../../src/judge/answers/prose/opinion/train";
import type { Question } from "../../src/judge/answers/prose/question";
import { proseRubric } from "../../src/judge/answers/prose/rubric";

const FOLDER = join(__dirname, "../../fixtures/answers");
const SEEN = ["visible.jsonl", "sample.jsonl"];
/** With fewer marked answers likeness is chance. */
const LEAST = 30;

/** @returns by question, the file that its model is kept in */
export function learnt(): ReadonlyMap<string, string> {
  const rubric = proseRubric();
  const answers = SEEN.flatMap((name) =>
    markedAnswers(readFileSync(join(FOLDER, name), "utf8"), name, new Set(rubric.questions.keys())),
  );
  const models = [...rubric.questions.values()].flatMap((question) => {
    const own = answers.filter(({ q }) => q === question.id);
    return own.length < LEAST ? [] : [[question.id, writtenModel(modelOf(own, question))] as const];
  });
  return new Map(models);
}

function modelOf(answers: readonly MarkedAnswer[], question: Question): ModelData {
  return train(
    answers.map(({ text, points }) => {
      const { ruled, tokens } = gradeByRules(text, question, proseRubric());
      return { features: featuresOf(tokens, ruled), points };
    }),
  );
}
