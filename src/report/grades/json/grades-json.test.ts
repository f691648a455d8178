import { LANGS } from "../../../words/text";
import { GradesError } from "../error";
import type { ClassGrades, FinalMark } from "../grades";
import { madeGrades, marks, submission } from "../testing/class";
import { gradesJson, keptGrades } from "./grades-json";
import { readGradesJson } from "./read";

test.each(LANGS)("what is written in %s is read back", (lang) => {
  const grades = madeGrades(lang);
  expect(readGradesJson([...gradesJson(grades)].join(""))).toEqual(keptGrades(grades));
});

test("everything that a program may ask for is in it, and not what was written", () => {
  const { submissions, questions } = keptGrades(madeGrades("en"));
  const lea = submissions.find(({ record }) => record === "900110");
  expect(lea).toMatchObject({ name: "Léa Martin", number: "22104567", points: 4.88, max: 8, waiting: 1 });
  expect(lea?.marks[1]).toMatchObject({ outcome: "teacher", points: null, max: 2, decided: false });
  expect(lea?.marks[0]?.reasons[0]?.fr).toBe("KEY-2.3-connack : parce que");
  expect(questions[1]).toEqual({ id: "2.4-qos0", section: "2.4", kind: "prose", points: 2 });
  expect([...gradesJson(madeGrades("en"))].join("")).not.toMatch(/carte postale|KEY-rubric|KEY-right/);
});

test("the same class gives the same bytes, and its language changes none", () => {
  expect([...gradesJson(madeGrades("en"))].join("")).toBe([...gradesJson(madeGrades("fr"))].join(""));
});

function hashOf(...written: FinalMark["written"]): string | undefined {
  const own = submission("x", "X", { marks: marks(["wrong", { written }]) });
  const grades: ClassGrades = { ...madeGrades("en"), submissions: [own] };
  return keptGrades(grades).submissions[0]?.marks[0]?.written;
}

test("the same answer has the same hash, whatever its spaces and its line; another has another", () => {
  const said = (text: string, place: "answer" | "excerpt" = "answer", line = 3) => ({ place, text, line });
  expect(hashOf(said("PUBLISH  puis PUBACK "))).toBe(hashOf(said("PUBLISH puis\nPUBACK", "answer", 9)));
  const hashes = [
    hashOf(said("PUBLISH puis PUBACK")),
    hashOf(said("publish puis PUBACK")),
    hashOf(said("PUBLISH puis PUBACK", "excerpt")),
    hashOf(said("PUBLISH"), said("puis PUBACK")),
    hashOf(),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashOf()).toBe("");
});

describe("a file that is not one is refused, with the place", () => {
  const text = [...gradesJson(madeGrades("en"))].join("");
  const first = '"submissions": [\n{"id":"Lea Martin';

  test.each([
    ["not JSON", text.slice(0, 100), /it is not JSON/],
    ["a later version", text.replace('"version": 1', '"version": 2'), /version 2/],
    ["something else", '{"summary": {}}', /: version is not as expected/],
    ["a list", "[]", /: \{…\} is not as expected/],
    ["null", "null", /not as expected/],
    ["points that are text", text.replace('"points":4.88', '"points":"4"'), /submissions\[\d\]\.points/],
    ["an unknown outcome", text.replace('"outcome":"partly"', '"outcome":"great"'), /marks\[\d\]\.outcome/],
    ["no hash", text.replace('"written":', '"wrote":'), /marks\[0\]\.written/],
    ["a reason in one language", text.replace('"fr":"KEY', '"de":"KEY'), /reasons\[0\]/],
    [
      "submissions that are none",
      text.replace(first, `"submissions": [7,\n{"id":"Lea Martin`),
      /submissions\[0\]/,
    ],
  ])("%s", (_, broken, message) => {
    expect(broken).not.toBe(text);
    expect(() => readGradesJson(broken)).toThrow(GradesError);
    expect(() => readGradesJson(broken)).toThrow(message);
  });
});
