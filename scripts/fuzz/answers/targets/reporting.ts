/** Reports on a sheet that was graded: its student's, the class's, and what `check` shows, in every view and language. */
import fc from "fast-check";
import { proseRubric } from "../../../../src/judge/answers/prose/rubric";
import { markSheet } from "../../../../src/judge/answers/mark-sheet";
import type { SheetQuestion } from "../../../../src/judge/answers/question";
import { gradeSheet, sumsOf } from "../../../../src/judge/answers/submission/graded";
import { readSheet } from "../../../../src/judge/answers/sheet/read";
import { truthOf } from "../../../../src/judge/answers/truth/load";
import { checked } from "../../../../src/report/check/checked";
import { checkJson } from "../../../../src/report/check/json";
import { checkScreen } from "../../../../src/report/check/screen";
import type { ClassGrades, FinalMark, GradedSubmission } from "../../../../src/report/grades/grades";
import type { Release } from "../../../../src/report/grades/visibility";
import { LANGS, type Lang } from "../../../../src/words/text";
import { target, type Target } from "../../target";
import { mustBeInertFiles } from "../oracles/files";
import { mustBeJson } from "../oracles/json";
import { mustBePlain } from "../oracles/text";
import { QUESTIONS, spoiltSheet } from "../sheets";
import { text } from "../texts";

/** Two at a time, so that there is time for more sheets. */
const PAIRS = QUESTIONS.map((question, i) => [question, QUESTIONS[(i + 1) % QUESTIONS.length] ?? question]);

const MATERIAL = { rubric: proseRubric(), truth: truthOf() };

const RELEASES: readonly Release[] = [
  { published: false, reveal: "reasons" },
  { published: true, reveal: "points" },
  { published: true, reveal: "reasons" },
];

const inputs = fc.record({
  sheet: spoiltSheet,
  questions: fc.constantFrom(...PAIRS),
  /** What else comes from outside: the name of a folder, of a file, of a student, what the teacher noted. */
  called: text,
  lang: fc.constantFrom<Lang>(...LANGS),
  release: fc.constantFrom(...RELEASES),
});

/** Two submissions: this one, and one that was refused. */
function classOf(own: GradedSubmission, lang: Lang, questions: readonly SheetQuestion[]): ClassGrades {
  const refused = own.problems[0]?.what ?? { en: own.id, fr: own.id };
  const other = { ...own, id: `${own.id}2`, refused, marks: [] };
  const [question = ""] = questions.map(({ id }) => id);
  return {
    tool: { name: "tp-mqtt", version: "0" },
    lang,
    questions,
    submissions: [own, other],
    likenesses: [
      { kind: "excerpt", between: [own.id, other.id], question, text: own.student.name },
      { kind: "sheets", between: [own.id, other.id], share: 0.9 },
    ],
    broker: "2.0.11",
  };
}

/** With a text wherever there can be one. */
function saying(mark: FinalMark, said: string): FinalMark {
  const text = { en: said, fr: said };
  return { ...mark, tells: [...mark.tells, text], reasons: [...mark.reasons, text], decided: { note: said } };
}

export const REPORTING: readonly Target[] = [
  target(
    "reports",
    0.2,
    inputs,
    ({ sheet: { source, name }, questions, called, lang, release }) => {
      const graded = gradeSheet(source, name, { ...MATERIAL, questions });
      const marks = graded.marks.map((mark, at) => (at === 0 ? saying(mark, called) : mark));
      const own: GradedSubmission = {
        ...graded,
        id: `a${called}`,
        file: called,
        marks,
        ...sumsOf(marks, questions),
      };
      mustBeInertFiles(classOf(own, lang, questions), release);
    },
    { growth: 24 * 1024 * 1024 },
  ),
  target(
    "what check shows",
    0.4,
    inputs,
    ({ sheet: { source, name }, questions, called, lang }) => {
      const sheet = readSheet(source, name, questions);
      const marks = markSheet(sheet, questions, { ...MATERIAL, student: sheet.student });
      const ladder = { before: new Map<string, number>(), asked: new Set<string>(), each: true };
      const result = checked(called, { sheet, questions, marks }, ladder);
      mustBePlain(checkScreen(result, { lang, colour: false, columns: 80 }));
      mustBeJson(checkJson(result, lang));
    },
    { growth: 24 * 1024 * 1024 },
  ),
];
