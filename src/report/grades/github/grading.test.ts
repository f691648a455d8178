import { OUTCOMES } from "../../../judge/answers/mark";
import { madeGrades, marks, submission, type MadeMark } from "../testing/class";
import { QUESTIONS } from "../testing/questions";
import { seen, type View } from "../visibility";
import { githubGrading } from "./grading";

interface Grading {
  status: string;
  max_score?: number;
  tests: {
    name: string;
    status: string;
    message: string;
    score: number;
    line_no: number;
    filename: string;
  }[];
}

function gradingOf(made: readonly MadeMark[], view: View = "points", more: object = {}): Grading {
  const own = submission("x", "X", { marks: marks(...made), ...more });
  return JSON.parse(githubGrading(seen(own, QUESTIONS, view), "en")) as Grading;
}

const RIGHT = QUESTIONS.map((): MadeMark => ["right"]);

test("a test a question, whose points the reporter adds up to those of the student", () => {
  const lea = madeGrades("en").submissions.find(({ id }) => id.startsWith("Lea"));
  if (lea === undefined) throw new Error("no submission");
  const grading = JSON.parse(githubGrading(seen(lea, QUESTIONS, "points"), "en")) as Grading;
  expect(grading.max_score).toBe(8);
  expect(grading.tests.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(4.88);
  expect(grading.tests[0]).toMatchObject({ filename: "reponses.yaml", line_no: 4, status: "pass" });
});

test("before the marks are published it counts no points", () => {
  const grading = gradingOf([["wrong"], ["right"]], "before");
  expect(grading).not.toHaveProperty("max_score");
  expect(grading.tests.map(({ score }) => score)).toEqual(QUESTIONS.map(() => 0));
});

test.each(OUTCOMES)("an answer that is %s passes only if it is right", (outcome) => {
  const status = gradingOf([[outcome]], "before").tests[0]?.status;
  expect(status === "pass").toBe(outcome === "right");
});

test.each([
  ["right throughout", RIGHT, "pass"],
  ["right but for what the teacher reads", [["teacher"], ...RIGHT.slice(1)], "pass"],
  ["right but for what could not be read", [["ungradable"], ...RIGHT.slice(1)], "error"],
  ["partly right", [["partly"], ...RIGHT.slice(1)], "fail"],
  ["blank", [], "fail"],
] as const)("a sheet that is %s", (_, made, status) => {
  expect(gradingOf(made).status).toBe(status);
});

test("a submission that was refused is an error that says why", () => {
  const grading = gradingOf([], "points", { marks: [], refused: { en: "No sheet.", fr: "Pas de feuille." } });
  expect(grading).toMatchObject({ status: "error", tests: [{ status: "error" }] });
  expect(grading.tests[0]?.message).toContain("No sheet.");
});

test("no text is a command to GitHub's runner, which reads the log that it is printed to", () => {
  const evil = "x\n::set-output name=result::pass\n##[add-mask]y\u001b[31m";
  const grading = gradingOf([["wrong", { tells: [{ en: evil, fr: evil }] }]], "points", {
    file: "::error::.md",
  });
  expect(JSON.stringify(grading)).not.toMatch(/::|##\[|\\u001b/);
});

test("there is no reason in it that is not revealed", () => {
  expect(JSON.stringify(gradingOf([["wrong"]], "points"))).not.toContain("KEY");
  expect(gradingOf([["wrong"]], "reasons").tests[0]?.message).toContain("KEY-2.3-connack: because");
});
