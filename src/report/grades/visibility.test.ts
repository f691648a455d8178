import { OUTCOMES } from "../../judge/answers/mark";
import { madeGrades, marks, submission, type MadeMark } from "./testing/class";
import { QUESTIONS } from "./testing/questions";
import { gradescopeVisibility, seen, studentView, type View } from "./visibility";

const VIEWS = ["before", "points", "reasons", "teacher"] as const satisfies readonly View[];
const STUDENTS = VIEWS.filter((view) => view !== "teacher");

/** One mark of a question of that kind. */
function seenOne(kind: "prose" | "choice", made: MadeMark, view: View) {
  const at = QUESTIONS.findIndex((question) => question.kind === kind);
  const filled = QUESTIONS.map((_, i) => (i === at ? made : (["blank"] as const)));
  const { marks: shown, total } = seen(submission("x", "X", { marks: marks(...filled) }), QUESTIONS, view);
  return { mark: shown[at], total };
}

describe.each(VIEWS)("in the view %s", (view) => {
  test("what is the student's own is seen: answer, tells, what could not be read", () => {
    const { mark } = seenOne("prose", ["wrong", { says: "mine", tells: [{ en: "fact", fr: "fait" }] }], view);
    expect(mark).toMatchObject({ written: [{ text: "mine" }], tells: [{ en: "fact" }], max: 2 });
  });
});

describe("before the marks are published a student sees", () => {
  test("no points, no total, no reasons, no rules, no note of the teacher", () => {
    const { mark, total } = seenOne("prose", ["wrong", { decided: { note: "KEY" } }], "before");
    expect(mark).not.toHaveProperty("points");
    expect(mark).not.toHaveProperty("note");
    expect(mark).toMatchObject({ reasons: [], rules: [] });
    expect(total).toBeUndefined();
  });

  test.each(OUTCOMES)("of an answer that is %s what check says", (outcome) => {
    expect(seenOne("prose", [outcome], "before").mark?.outcome).toBe(outcome);
  });

  test.each([
    ["right", "noted"],
    ["partly", "noted"],
    ["wrong", "noted"],
    ["teacher", "noted"],
    ["noted", "noted"],
    ["blank", "blank"],
    ["ungradable", "ungradable"],
  ] as const)("of a choice that is %s that it is %s", (outcome, shown) => {
    expect(seenOne("choice", [outcome], "before").mark?.outcome).toBe(shown);
  });

  test("nothing of a decision of the teacher", () => {
    expect(seenOne("prose", ["wrong", { decided: {} }], "before").mark?.outcome).toBe("teacher");
  });

  test("the same whatever a choice is worth: nothing else depends on it", () => {
    const [right, wrong] = (["right", "wrong"] as const).map((outcome) =>
      seen(
        submission("x", "X", { marks: marks(["right"], ["right"], ["right"], [outcome]) }),
        QUESTIONS,
        "before",
      ),
    );
    expect(right).toEqual(wrong);
  });
});

describe("once they are published", () => {
  test("a student sees points and the total, and with them no reason", () => {
    const { mark, total } = seenOne("prose", ["partly", { decided: { note: "KEY" } }], "points");
    expect(mark).toMatchObject({ outcome: "partly", points: 1, reasons: [], rules: [] });
    expect(mark).not.toHaveProperty("note");
    expect(total).toEqual({ points: 1, max: 8, waiting: 0 });
  });

  test("the reasons and the teacher's note come where the teacher reveals them, and never the rules", () => {
    const { mark } = seenOne("prose", ["partly", { decided: { note: "well put" } }], "reasons");
    expect(mark).toMatchObject({ note: "well put", reasons: [{ en: "KEY-2.4-qos0: because" }], rules: [] });
  });

  test.each([
    [0.5, "right"],
    [0.2, "partly"],
    [0, "wrong"],
    [null, "teacher"],
  ] as const)("a choice that was noted and earned %p is %s", (points, outcome) => {
    expect(seenOne("choice", ["noted", { points }], "points").mark?.outcome).toBe(outcome);
  });
});

describe("where to look", () => {
  test.each(STUDENTS)("is said of what is not right yet (%s)", (view) => {
    expect(seenOne("prose", ["wrong"], view).mark?.hint).toBe(QUESTIONS[1]?.hints[0]);
    expect(seenOne("prose", ["right"], view).mark?.hint).toBeUndefined();
  });

  test("does not tell of a choice that it is wrong", () => {
    expect(seenOne("choice", ["wrong"], "before").mark?.hint).toBeUndefined();
  });
});

test("a refused submission has no total", () => {
  const refused = { en: "broken", fr: "abîmé" };
  expect(seen(submission("x", "X", { refused }), QUESTIONS, "teacher").total).toBeUndefined();
});

test("questions are seen without truth, rubric and hints", () => {
  const { questions, submissions } = madeGrades("en");
  const told = submissions.map((one) =>
    seen(one, questions, "teacher").marks.map(({ question }) => question),
  );
  expect(JSON.stringify(told)).not.toContain("KEY");
  expect(JSON.stringify(QUESTIONS)).toContain("KEY");
});

test.each([
  [{ published: false, reveal: "reasons" }, "before", "after_published"],
  [{ published: true, reveal: "points" }, "points", "visible"],
  [{ published: true, reveal: "reasons" }, "reasons", "visible"],
] as const)("%j is the view %s, in Gradescope %s", (release, view, visibility) => {
  expect(studentView(release)).toBe(view);
  expect(gradescopeVisibility(studentView(release))).toBe(visibility);
});
