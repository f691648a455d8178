import fc from "fast-check";
import type { GradedSubmission } from "../grades";
import { madeGrades, marks, submission, type MadeMark } from "../testing/class";
import { hostile } from "../testing/hostile";
import { QUESTIONS } from "../testing/questions";
import { gradescopeVisibility, seen, studentView, type Release } from "../visibility";
import { gradescopeResults } from "./results";

interface Results {
  score: number;
  output: string;
  visibility: string;
  stdout_visibility: string;
  tests: {
    name: string;
    score?: number;
    max_score?: number;
    status?: string;
    output: string;
    visibility: string;
  }[];
}

const PUBLISHED: Release = { published: true, reveal: "points" };

function resultsOf(own: GradedSubmission | undefined, release = PUBLISHED): Results {
  if (own === undefined) throw new Error("no submission");
  const shown = seen(own, QUESTIONS, release.reveal);
  return JSON.parse(gradescopeResults(shown, gradescopeVisibility(studentView(release)), "en")) as Results;
}

function oneOf(made: MadeMark, release = PUBLISHED) {
  return resultsOf(submission("x", "X", { marks: marks(made) }), release).tests[0];
}

test("a test a question, with its points", () => {
  const { score, tests } = resultsOf(madeGrades("en").submissions.find(({ id }) => id.startsWith("Lea")));
  expect(score).toBe(4.88);
  expect(tests.map(({ score, max_score, status }) => [score, max_score, status])).toEqual([
    [1, 1, "passed"],
    [undefined, undefined, undefined],
    [2, 2, "passed"],
    [0.5, 0.5, "passed"],
    [0.38, 1.5, "failed"],
    [1, 1, "passed"],
  ]);
});

test("an answer that nobody has decided says so, and what it is worth", () => {
  expect(oneOf(["teacher", { says: "x" }])?.output).toMatch(
    /^still to be read\n[^]*It is worth up to 1 points?\.$/,
  );
});

test.each([
  [{ published: false, reveal: "points" }, "after_published"],
  [{ published: true, reveal: "points" }, "visible"],
] as const)("%j makes everything %s, and stdout is the teacher's", (release, visibility) => {
  const results = resultsOf(submission("x", "X", { marks: marks(["right"]) }), release);
  expect(new Set([results.visibility, ...results.tests.map((one) => one.visibility)])).toEqual(
    new Set([visibility]),
  );
  expect(results.stdout_visibility).toBe("hidden");
});

test("a refusal is told at once, since the student can mend it", () => {
  const results = resultsOf(
    submission("x", "X", { refused: { en: "The archive is empty.", fr: "L'archive est vide." }, marks: [] }),
    { published: false, reveal: "points" },
  );
  expect(results).toMatchObject({ visibility: "visible", score: 0, tests: [] });
  expect(results.output).toContain("The archive is empty.");
});

test("reasons and the teacher's note are there only where they are revealed", () => {
  const made: MadeMark = ["wrong", { decided: { note: "KEY-note" } }];
  expect(JSON.stringify(oneOf(made))).not.toContain("KEY");
  expect(oneOf(made, { published: true, reveal: "reasons" })?.output).toMatch(/KEY-2\.3[^]*KEY-note/);
  expect(JSON.stringify(oneOf(made, { published: true, reveal: "reasons" }))).not.toContain("rule");
});

test("whatever a student writes, it is one text in which nothing is hidden", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tells = [{ en: text, fr: text }];
      const output = oneOf(["wrong", { tells }])?.output ?? "";
      expect(output).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|[\u200b\u202e\u2066]/u);
    }),
    { numRuns: 50 },
  );
});
