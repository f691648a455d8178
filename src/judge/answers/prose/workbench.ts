/** The rubric tried on marked answers. */
import { gradeProse, type Grade } from "./grade";
import type { MarkedAnswer } from "./marked";
import { figuresOf, type Figures } from "./measure";
import type { Rubric } from "./rubric";

export interface Tried {
  readonly answer: MarkedAnswer;
  readonly grade: Grade;
}

/** What the answers came to in which a rule spoke. */
export interface RuleEffect {
  readonly question: string;
  readonly rule: string;
  readonly figures: Figures;
}

export function tryOut(answers: readonly MarkedAnswer[], rubric: Rubric): Tried[] {
  return answers.flatMap((answer) => {
    const question = rubric.questions.get(answer.q);
    return question === undefined ? [] : [{ answer, grade: gradeProse(answer.text, question, rubric) }];
  });
}

export function figuresOfTried(tried: readonly Tried[]): Figures {
  return figuresOf(tried.map(({ answer, grade }) => ({ marked: answer.points, points: grade.points })));
}

/** @returns by question, in the rubric's order; questions without answers are left out */
export function byQuestion(
  tried: readonly Tried[],
  { questions }: Rubric,
): ReadonlyMap<string, readonly Tried[]> {
  const groups = [...questions.keys()].map(
    (id) => [id, tried.filter(({ answer }) => answer.q === id)] as const,
  );
  return new Map(groups.filter(([, group]) => group.length > 0));
}

/** @returns the rules that spoke, question by question, those that speak most often first */
export function effects(tried: readonly Tried[], rubric: Rubric): RuleEffect[] {
  return [...byQuestion(tried, rubric)].flatMap(([question, group]) => {
    const rules = new Set(group.flatMap(({ grade }) => grade.rules));
    return [...rules]
      .map((rule) => {
        const spoken = group.filter(({ grade }) => grade.rules.includes(rule));
        return { question, rule, figures: figuresOfTried(spoken) };
      })
      .sort((a, b) => b.figures.n - a.figures.n || (a.rule < b.rule ? -1 : 1));
  });
}
