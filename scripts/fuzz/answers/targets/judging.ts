/** Answers, judged: one of every kind of question, whatever is written there. */
import fc from "fast-check";
import { markSheet } from "../../../../src/judge/answers/mark-sheet";
import { OUTCOMES } from "../../../../src/judge/answers/mark";
import type { Answer, Sheet } from "../../../../src/judge/answers/answer";
import { proseRubric } from "../../../../src/judge/answers/prose/rubric";
import { truthOf } from "../../../../src/judge/answers/truth/load";
import { must } from "../../checks";
import { target, type Target } from "../../target";
import { mustBeSentence } from "../oracles/text";
import { QUESTIONS } from "../sheets";
import { spoilt, text } from "../texts";

const CONTEXT = { rubric: proseRubric(), truth: truthOf() };

const answer = fc.oneof({ arbitrary: text, weight: 3 }, spoilt);

const inputs = fc.record({
  question: fc.constantFrom(...QUESTIONS),
  answer,
  excerpt: fc.option(answer, { nil: undefined }),
  commands: fc.option(answer, { nil: undefined }),
  clients: fc.array(fc.oneof(fc.constantFrom("a", ""), text), { maxLength: 2 }),
});

export const JUDGING: readonly Target[] = [
  target(
    "answers",
    4,
    inputs,
    ({ question, clients, ...written }) => {
      const parts = Object.entries(written).flatMap(([place, said]) =>
        said === undefined ? [] : [[place, { text: said, line: 3, column: 5 }] as const],
      );
      const sheet: Sheet = {
        lang: "fr",
        student: { name: "A", number: "", clients },
        answers: new Map([[question.id, Object.fromEntries(parts) as unknown as Answer]]),
        problems: [],
      };
      const [mark] = markSheet(sheet, [question], { ...CONTEXT, student: sheet.student });
      must(mark !== undefined && OUTCOMES.includes(mark.outcome), "no outcome");
      const { points, max, outcome } = mark;
      must(points === null || (points >= 0 && points <= max), `${String(points)} of ${max} points`);
      const isOpen = outcome === "teacher" || outcome === "ungradable";
      must((points === null) === isOpen, `${String(points)} points and ${outcome}`);
      for (const said of [...mark.reasons, ...mark.tells]) mustBeSentence(said);
    },
    // What was found about words is kept, of some thousands of them.
    { growth: 24 * 1024 * 1024 },
  ),
];
