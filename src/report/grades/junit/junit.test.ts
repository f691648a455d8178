import fc from "fast-check";
import { LANGS, type Lang } from "../../../words/text";
import { OUTCOMES } from "../../../judge/answers/mark";
import { madeGrades, marks, submission, type MadeMark } from "../testing/class";
import { hostile } from "../testing/hostile";
import { kept } from "../testing/kept";
import { QUESTIONS } from "../testing/questions";
import { seen, type Seen, type View } from "../visibility";
import { gradesJunit } from "./junit";

const junit = (all: readonly Seen[], lang: Lang = "en") => gradesJunit("tp-mqtt", all, lang).join("");

function junitOf(made: readonly MadeMark[], view: View = "points", id = "x", name = "X"): string {
  return junit([seen(submission(id, name, { marks: marks(...made) }), QUESTIONS, view)]);
}

function caseOf(xml: string, question: string): string {
  return xml.split("<testcase").find((one) => one.includes(question)) ?? "";
}

describe.each(LANGS)("in %s", (lang) => {
  test("junit.xml", () => {
    const { submissions, questions } = madeGrades(lang);
    const xml = junit(
      submissions.map((one) => seen(one, questions, "points")),
      lang,
    );
    expect(xml).toBe(kept(`junit.${lang}.xml`, xml));
    expect(xml).not.toContain("KEY");
  });
});

test.each([
  ["right", undefined],
  ["partly", "failure"],
  ["wrong", "failure"],
  ["blank", "failure"],
  ["ungradable", "error"],
  ["teacher", "skipped"],
] as const)("an answer that is %s is a case with %s", (outcome, element) => {
  const own = caseOf(junitOf([[outcome]]), "2.3-connack");
  expect(/<(failure|error|skipped)/.exec(own)?.[1]).toBe(element);
});

test("the document counts what its suites hold", () => {
  const refused = submission("r", "R", { refused: { en: "no sheet", fr: "aucune feuille" }, marks: [] });
  const all = [...madeGrades("en").submissions, refused];
  const xml = junit(all.map((one) => seen(one, QUESTIONS, "points")));
  const sum = (name: string) =>
    [...xml.matchAll(new RegExp(`<testsuite [^>]*${name}="(\\d+)"`, "g"))].reduce(
      (total, [, count]) => total + Number(count),
      0,
    );
  const counts = ["tests", "failures", "errors", "skipped"].map((name) => `${name}="${sum(name)}"`);
  expect(/<testsuites [^>]*>/.exec(xml)?.[0]).toContain(counts.join(" "));
  expect(sum("errors")).toBeGreaterThan(1);
});

test("what waits for the teacher says so", () => {
  expect(junitOf([["teacher"]])).toMatch(/<skipped message="still to be read/);
});

test("before the marks are published no points are in it, and of a choice not whether it is right", () => {
  const xmls = (["right", "wrong"] as const).map((outcome) =>
    junitOf([["wrong"], ["right"], ["right"], [outcome]], "before"),
  );
  expect(xmls[0]).toBe(xmls[1]);
  expect(xmls[0]).not.toMatch(/points|KEY| of \d/);
});

test("no time of day, no duration and no machine is in it", () => {
  expect(junitOf(OUTCOMES.map((outcome): MadeMark => [outcome]))).not.toMatch(/time|host|20\d\d-/);
});

test("cases are told apart by class and name", () => {
  const { submissions, questions } = madeGrades("en");
  const xml = junit(submissions.map((one) => seen(one, questions, "reasons")));
  const cases = xml.match(/<testcase [^>]*/g) ?? [];
  expect(cases).toHaveLength(4 * QUESTIONS.length + 1);
  expect(new Set(cases).size).toBe(cases.length);
});

test("whatever students write, only characters that XML has, and no element", () => {
  const shape = (xml: string) =>
    xml
      .match(/<!\[CDATA\[|<\/?[a-z]+(?= |\/?>)(?: [a-z_]+="[^"<]*")*|</g)
      ?.map((tag) => /^[^ ]*/.exec(tag)?.[0]);
  const of = (text: string) =>
    junitOf(
      [
        ["wrong", { tells: [{ en: text, fr: text }] }],
        ["teacher", { tells: [{ en: text, fr: text }] }],
      ],
      "points",
      text,
      text,
    );
  const harmless = shape(of("x"));
  fc.assert(
    fc.property(hostile, (text) => {
      const xml = of(text);
      expect(xml).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|[\ufffe\uffff]/u);
      expect(shape(xml.replace(/<!\[CDATA\[[^]*?\]\]>/g, "<![CDATA[]]>"))).toEqual(harmless);
    }),
    { numRuns: 60 },
  );
});
