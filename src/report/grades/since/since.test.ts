import { LANGS, type Lang } from "../../../words/text";
import type { GradedSubmission } from "../grades";
import { keptGrades } from "../json/grades-json";
import { FORMULA, madeGrades, marks, MISCHIEF, submission, type MadeMark } from "../testing/class";
import { kept } from "../testing/kept";
import { compareGrades, gainOf, type Comparison } from "./compare";
import { sinceCsv } from "./csv";
import { sinceMarkdown, sinceText } from "./text";

function of(...made: readonly MadeMark[]): GradedSubmission {
  return submission("lea", "Léa Martin", { marks: marks(...made) });
}

function gradesOf(...submissions: readonly GradedSubmission[]) {
  return keptGrades({ ...madeGrades("en"), submissions });
}

function changed(before: MadeMark, after: MadeMark) {
  const { students } = compareGrades(gradesOf(of(before)), gradesOf(of(after)));
  return students[0]?.answers[0];
}

test("of a class that is the same nothing is said", () => {
  const same = keptGrades(madeGrades("en"));
  const comparison = compareGrades(same, same);
  expect(comparison.students).toEqual([]);
  expect(sinceText(comparison, "en")).toBe("Nothing has changed: same answers, same points, same reasons.\n");
});

describe("a change is put down to", () => {
  test.each([
    [
      "the rubric, where the answer is the same",
      ["wrong", { says: "a b" }],
      ["right", { says: "a  b " }],
      "rubric",
    ],
    [
      "the student, where it is another",
      ["wrong", { says: "a b" }],
      ["right", { says: "a c" }],
      "submission",
    ],
    ["the teacher", ["teacher", { says: "a" }], ["right", { says: "a", decided: {} }], "decision"],
    [
      "the student, where the teacher decided on another answer",
      ["teacher", { says: "a" }],
      ["right", { says: "b", decided: {} }],
      "submission",
    ],
  ] as const)("%s", (_, before, after, cause) => {
    expect(changed([...before], [...after])?.cause).toBe(cause);
  });
});

test("an answer that newly waits, and one that no longer does", () => {
  expect(changed(["right", { says: "a" }], ["teacher", { says: "a" }])).toMatchObject({
    waits: "newly",
    before: { outcome: "right", points: 1 },
    after: { outcome: "teacher", points: null },
  });
  expect(changed(["teacher", { says: "a" }], ["wrong", { says: "a" }])).toMatchObject({ waits: "no longer" });
  expect(changed(["teacher"], ["teacher", { rules: [] }])).toBeUndefined();
});

test("reasons that changed are a change, and rules alone are none", () => {
  const reasons = [{ en: "other", fr: "autre" }];
  expect(changed(["wrong"], ["wrong", { reasons }])).toMatchObject({ reasonsOnly: true });
  expect(changed(["wrong"], ["right", { reasons }])).toMatchObject({ reasonsOnly: false });
  expect(changed(["wrong"], ["wrong", { rules: ["other"] }])).toBeUndefined();
});

test("a question that came or went is a change", () => {
  const whole = of(["right"]);
  const fewer = { ...whole, marks: whole.marks.slice(1), points: 0 };
  const { students } = compareGrades(gradesOf(fewer), gradesOf(whole));
  expect(students[0]?.answers).toMatchObject([{ before: undefined, after: { points: 1 } }]);
});

test("submissions that came, went, or can be graded now", () => {
  const refused = submission("zoe", "Zoé", { marks: [], refused: { en: "no", fr: "non" } });
  const graded = submission("zoe", "Zoé", { marks: marks(["right"]) });
  const [gone, fresh] = [submission("a", "A", { marks: marks() }), submission("b", "B", { marks: marks() })];
  const { students, compared } = compareGrades(gradesOf(gone, refused), gradesOf(fresh, graded));
  expect(compared).toBe(1);
  expect(students).toMatchObject([
    { id: "a", what: "gone", before: 0, after: null },
    { id: "b", what: "fresh", before: null, after: 0 },
    { id: "zoe", what: "changed", before: null, after: 1 },
  ]);
  expect(students.map(gainOf)).toEqual([0, 0, 0]);
});

/** Four students: one gains, one loses, one is read now, one means mischief. */
function comparison(): Comparison {
  const one = (id: string, name: string, ...made: readonly MadeMark[]) =>
    submission(id, name, { marks: marks(...made) });
  const before = gradesOf(
    one("a", "Léa Martin", ["wrong", { says: "x" }], ["partly", { says: "y" }]),
    one("b", "Hassan", ["right", { says: "x" }], ["right", { says: "z" }], ["right"]),
    one("c", FORMULA, ["blank"], ["teacher", { says: "w" }]),
    one("d", MISCHIEF, ["wrong", { says: "x" }]),
    one("gone", "Zoé", ["right"]),
  );
  const after = gradesOf(
    one("a", "Léa Martin", ["right", { says: "x" }], ["right", { says: "yy" }]),
    one("b", "Hassan", ["right", { says: "x" }], ["partly", { says: "z" }], ["teacher"]),
    one("c", FORMULA, ["blank"], ["right", { says: "w", decided: {} }]),
    one("d", MISCHIEF, ["wrong", { says: "x", reasons: [] }]),
    one("new", "", ["right"]),
  );
  return compareGrades(before, { ...after, broker: "2.1.2" });
}

describe.each(LANGS)("in %s", (lang: Lang) => {
  test("the text for the terminal, since.md and since.csv", () => {
    const text = sinceText(comparison(), lang);
    expect(text).toBe(kept(`since.${lang}.txt`, text));
    const md = sinceMarkdown(comparison(), lang);
    expect(md).toBe(kept(`since.${lang}.md.txt`, md));
    const csv = sinceCsv(comparison(), lang);
    expect(csv).toBe(kept(`since.${lang}.csv`, csv));
  });

  test("say nothing that a terminal, a browser or a spreadsheet would act upon", () => {
    expect(sinceText(comparison(), lang)).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(sinceMarkdown(comparison(), lang)).not.toMatch(/[<>]/);
    expect(sinceCsv(comparison(), lang)).not.toMatch(/(^|[,;])"?=/m);
  });
});

test("a file of earlier grades that somebody mended says nothing to the terminal that it obeys", () => {
  const mended = { ...gradesOf(), broker: "\u001b[2J\r2.0", questions: [] };
  expect(sinceText(compareGrades(mended, gradesOf()), "en")).not.toMatch(/[^\P{Cc}\n]/u);
});

test("a terminal is not filled with a whole class, but the files hold it", () => {
  const many = (outcome: "right" | "wrong") =>
    gradesOf(
      ...Array.from({ length: 40 }, (_, i) => submission(`s${i}`, `S${i}`, { marks: marks([outcome]) })),
    );
  const all = compareGrades(many("wrong"), many("right"));
  expect(sinceText(all, "en").split("\n").length).toBeLessThan(35);
  expect(sinceText(all, "en")).toContain("… and 30 more");
  expect(sinceMarkdown(all, "en").match(/\*\*S\d+/g)).toHaveLength(40);
});
