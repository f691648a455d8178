/**
 * A student's answer sheet as Jest tests, so that a repository can check it like a program:
 * `TP_ANSWERS=answers.yaml npx jest specs/07-answers`. Whatever it says is what `tp-mqtt check` says.
 */
import { join } from "node:path";
import { judged } from "../../src/cli/check/judged";
import { writeReports } from "../../src/cli/check/reports";
import { wholeSheet } from "../../src/cli/check/sheet-file";
import { langOf } from "../../src/cli/lang";
import { askedQuestions } from "../../src/cli/questions-file";
import { userError } from "../../src/cli/user-error";
import type { Sheet } from "../../src/judge/answers/answer";
import type { SheetQuestion } from "../../src/judge/answers/question";
import { titleOf } from "../../src/judge/answers/sheet/titles";
import { checked, type CheckedQuestion, type JudgedSheet } from "../../src/report/check/checked";
import { questionText } from "../../src/report/check/question-text";
import { grouped } from "../../src/report/text/group";
import { inLang } from "../../src/words/text";
import { wordsOf } from "../../src/words/words";

const { env, stderr } = process;
const lang = langOf([], env);
const NO_HINTS = { before: new Map<string, number>(), asked: new Set<string>(), each: false };

/** To be called by a spec file: a test a question. */
export function checksAnswers(): void {
  const file = env.TP_ANSWERS ?? "";
  const read = readingOf(file);
  if (typeof read === "string") {
    test(file === "" ? "TP_ANSWERS" : file, () => {
      expect(read).toBeSheet();
    });
    return;
  }
  const { sheet, questions } = read;
  const outcome: { judged?: JudgedSheet; byId?: ReadonlyMap<string, CheckedQuestion> } = {};
  beforeAll(async () => {
    const { marks } = await judged({ sheet, questions, isLive: false }, { env, lang, stderr });
    outcome.judged = { sheet, questions, marks };
    const all = checked(file, outcome.judged, NO_HINTS).questions;
    outcome.byId = new Map(all.map((question) => [question.id, question]));
  });
  afterAll(async () => {
    if (outcome.judged !== undefined)
      await writeReports(join(env.TP_REPORTS || "reports", "answers"), file, outcome.judged, lang);
  });
  const { sections } = wordsOf(lang).cli.sheet.written;
  for (const [section, those] of grouped(questions, (question) => question.section)) {
    describe(titleOf(section, sections), () => {
      for (const { id, asks } of those)
        test(`${id}: ${inLang(asks, lang)}`, () => {
          expect(outcome.byId?.get(id)).toBeAnswered();
        });
    });
  }
}

/** @returns the sheet, or in one sentence why there is none */
function readingOf(file: string): string | { sheet: Sheet; questions: readonly SheetQuestion[] } {
  try {
    if (file === "") throw userError(({ check }) => check.noAnswers);
    const questions = askedQuestions(env.TP_QUESTIONS);
    return { sheet: wholeSheet(file, questions), questions };
  } catch (error) {
    if (error instanceof Error && "text" in error) return inLang(error.text as SheetQuestion["asks"], lang);
    throw error;
  }
}

expect.extend({
  toBeSheet: (why: string) => ({ pass: false, message: () => why }),
  toBeAnswered: (question: CheckedQuestion | undefined) => ({
    pass: question !== undefined && ["right", "teacher", "noted"].includes(question.outcome),
    message: () =>
      question === undefined ? "" : questionText(question, env.TP_ANSWERS ?? "", lang).join("\n"),
  }),
});

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way in which Jest's types are extended
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- every declaration of it must name both
    interface Matchers<R, T> {
      /** There is a sheet; what is given says why there is none. */
      toBeSheet(): R;
      /** What is written is right, or waits for the teacher. */
      toBeAnswered(): R;
    }
  }
}
