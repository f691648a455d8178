import { LANGS } from "../../words/text";
import type { GradedSubmission } from "./grades";
import { madeGrades } from "./testing/class";
import { gradeFiles, studentFiles, type ClassOptions } from "./write";
import type { Release } from "./visibility";

const BEFORE: Release = { published: false, reveal: "reasons" };
const POINTS: Release = { published: true, reveal: "points" };
const WORKSHEET = "Identifier,Grade\nParticipant 900110,\nParticipant 1,\n";

function all(options: ClassOptions) {
  return [...gradeFiles(madeGrades("en"), options)];
}

test("a page, a file for Gradescope and one for GitHub a student, and the class's files", () => {
  const paths = all({ release: POINTS, worksheet: WORKSHEET }).map(({ path }) => path);
  expect(paths.slice(-5)).toEqual(["class.html", "grades.csv", "grades.json", "junit.xml", "moodle.csv"]);
  expect(paths.slice(0, 3)).toEqual(
    ["students/ID.html", "gradescope/ID.json", "github/ID.json"].map((path) =>
      path.replace("ID", "Lea Martin_900110_assignsubmission_file"),
    ),
  );
  expect(new Set(paths).size).toBe(5 * 3 + 5);
});

test("without a worksheet there is none, and with one it comes with what to know about it", () => {
  const of = (options: ClassOptions) => all(options).find(({ path }) => path === "moodle.csv");
  expect(of({ release: POINTS })).toBeUndefined();
  expect(of({ release: POINTS, worksheet: WORKSHEET })?.notes?.[0]?.en).toContain("0 of 2 grades");
  const options = { release: POINTS, worksheet: WORKSHEET, includeWaiting: true };
  expect(of(options)?.notes?.[0]?.en).toContain("1 of 2 grades");
});

test("what students may get holds no reason that is not revealed to them", () => {
  const shared = (release: Release) =>
    all({ release }).filter(({ path }) => !["class.html", "grades.csv", "grades.json"].includes(path));
  expect(shared(POINTS).filter(({ text }) => text.includes("KEY"))).toEqual([]);
  const early = shared(BEFORE).filter(({ path }) => !path.startsWith("gradescope/"));
  expect(early.filter(({ text }) => text.includes("KEY"))).toEqual([]);
});

test("a student's files depend on no other student, and on nothing that the view hides", () => {
  const grades = madeGrades("fr");
  const [own] = grades.submissions;
  if (own === undefined) throw new Error("no submission");
  const { tool, lang, questions, broker } = grades;
  const about = { tool, lang, questions, broker };
  const files = (submission: GradedSubmission) => studentFiles(submission, about, POINTS);
  expect(files(own)).toEqual([...gradeFiles(grades, { release: POINTS })].slice(0, 3));
  const reasoned = { ...own, marks: own.marks.map((mark) => ({ ...mark, reasons: [], rules: [] })) };
  expect(files(reasoned)).toEqual(files(own));
});

test.each(LANGS)("the same class gives the same bytes (%s)", (lang) => {
  const options = { release: POINTS, worksheet: WORKSHEET };
  const [one, other] = [madeGrades(lang), structuredClone(madeGrades(lang))].map((grades) => [
    ...gradeFiles(grades, options),
  ]);
  expect(one).toEqual(other);
  expect(JSON.stringify(one)).not.toMatch(/\b20[2-9]\d-\d\d|\/(?:home|work|tmp)\//);
});
