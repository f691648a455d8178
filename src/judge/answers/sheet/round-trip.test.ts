import fc from "fast-check";
import { stringify } from "yaml";
import { LANGS } from "../../../words/text";
import { sheetQuestions } from "../questions/questions";
import { readSheet } from "./read";
import { filled, QUESTIONS, read } from "./testing";
import { partsOf } from "./wording";
import { emptySheet, type Form } from "./write";

const FORMS: readonly Form[] = ["yaml", "markdown"];
const EXTENSION = { yaml: "yaml", markdown: "md" };
const all = LANGS.flatMap((lang) => FORMS.map((form) => ({ lang, form })));

describe.each(all)("the empty sheet, $lang, $form", ({ lang, form }) => {
  const empty = emptySheet(QUESTIONS, lang, form);

  it("is read without a problem: all blank, in its language", () => {
    for (const name of [`a.${EXTENSION[form]}`, "a.txt"]) {
      const sheet = read(empty, name);
      expect(sheet).toMatchObject({ lang, problems: [], student: { name: "", number: "", clients: [] } });
      expect([...sheet.answers.keys()]).toEqual(QUESTIONS.map(({ id }) => id));
      expect(filled(sheet)).toEqual({});
    }
  });

  it("has a place for every part of every question, and no line too long for a screen", () => {
    const places = form === "yaml" ? /^ {2}\p{L}+: \|$/gmu : /^```(?:log|sh)$/gm;
    const expected = QUESTIONS.flatMap((question) =>
      partsOf(question).filter((part) => form === "yaml" || part !== "answer"),
    );
    expect(empty.match(places)).toHaveLength(expected.length);
    expect(empty.split("\n").filter((line) => line.length > 102)).toEqual([]);
    for (const { asks } of QUESTIONS) expect(bare(empty)).toContain(bare(asks[lang]));
  });

  it("tells who filled it in", () => {
    const typed = empty
      .replace(/^(- )?(name|nom)(.?:)$/mu, "$1$2$3 Zoé d'Été: #1")
      .replace(/^(- )?(number|numéro)(.?:)$/mu, "$1$2$3 0123")
      .replace(/^(- )?(clients)(.?:)$/mu, "$1$2$3 a-1, b;c");
    const { student, problems } = read(typed, `a.${EXTENSION[form]}`);
    expect({ student, problems }).toEqual({
      student: { name: "Zoé d'Été: #1", number: "0123", clients: ["a-1", "b", "c"] },
      problems: [],
    });
  });
});

function bare(text: string): string {
  return text.replace(/[\s#>]+/g, "");
}

const PUNCTUATION = fc.constantFrom(
  "- ",
  ": ",
  "#",
  " # ",
  '"',
  "'",
  "*a*",
  "&a",
  "!b",
  "|",
  ">",
  "{a: b",
  "[",
  "`",
  "@",
  "%",
  "\t",
  "\\",
  "---",
  "réponse: |",
  "extrait:",
  "2.4-qos1:",
  "2.4-qos1: x",
  "nom: x",
  "# 2.4-qos1 (2 points)",
  "\u00a0",
  "\u2028",
  "é",
  "😀",
  "=",
  "?",
);
const line = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.array(PUNCTUATION, { maxLength: 4 }).map((pieces) => pieces.join("")),
);
/** Whose first line is not blank; some line is not indented. */
const text = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) =>
    lines
      .map((one) => one.replace(/[\r\n]/g, " ").trimEnd())
      .join("\n")
      .trimEnd(),
  )
  .filter((typed) => /^[^\n]*\S/.test(typed) && /(?:^|\n)\S/.test(typed));
const ODD = /^[ \t\u00a0\u2000-\u200a\u202f\u3000]+/gm;

/** What is kept of a text: blanks at the ends of lines are not, and odd ones at their beginnings are plain. */
function kept(typed: string): string {
  return typed
    .split("\n")
    .map((one) => one.trimEnd())
    .join("\n")
    .replace(ODD, (blanks) => blanks.replace(/[^\t]/g, " "))
    .replaceAll("\0", "\uFFFD");
}

describe("text typed into the empty sheet comes back as it is, and nothing else does", () => {
  it.each(LANGS)("as it says, four spaces before each line (%s)", (lang) => {
    const empty = emptySheet(QUESTIONS, lang, "yaml").split("\n");
    const places = [...empty.keys()].filter((at) => empty[at]?.endsWith(": |") && !empty[at].startsWith("#"));
    const place = fc.constantFrom(...places);
    fc.assert(
      fc.property(text, place, (typed, at) => {
        const lines = typed.split("\n").map((one) => `    ${one}`);
        const sheet = read(empty.toSpliced(at + 1, 0, ...lines).join("\n"));
        const [[, parts] = ["", {}], ...others] = Object.entries(filled(sheet));
        expect(others).toEqual([]);
        expect(Object.values(parts)).toEqual([`${at + 2}:5 ${kept(typed)}`]);
        expect(sheet.problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("as a program writes YAML", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const sheet = read(stringify({ "2.4-qos0": { réponse: typed }, "2.4-qos1": "x" }, { lineWidth: 0 }));
        expect(sheet.answers.get("2.4-qos0")?.answer.text).toBe(kept(typed));
        expect(sheet.answers.get("2.4-qos1")?.answer.text).toBe("x");
      }),
      { numRuns: 300 },
    );
  });
});

it("holds a teacher's questions as it holds the others", () => {
  const questions = sheetQuestions({
    name: "mine.yaml",
    source: `drop: [2.3-connack]
add:
  - id: 5.3-port
    kind: choice
    points: 0.5
    asks: { en: "Which port: 1883?", fr: "Quel port ?" }
    options: { a: { en: "8883", fr: "8883" }, b: { en: "1883", fr: "1883" } }
    right: a
    places: [excerpt]
`,
  });
  for (const { lang, form } of all) {
    const name = `a.${EXTENSION[form]}`;
    const empty = emptySheet(questions, lang, form);
    expect(readSheet(empty, name, questions)).toMatchObject({ lang, problems: [] });
    expect(empty).not.toContain("2.3-connack (");
    const typed = empty.replace(
      /^(5\.3-port:\n {2}.*\n|### 5\.3-port[^]*?\n\n)/m,
      (place) => place + (form === "yaml" ? "    a\n" : "a\n"),
    );
    const sheet = readSheet(typed, name, questions);
    expect(sheet.answers.get("5.3-port")?.answer.text).toBe("a");
    expect(sheet.answers.has("2.3-connack")).toBe(false);
  }
  const dropped = readSheet("2.3-connack:\n  excerpt: x\n5.3-port: a\n", "a.yaml", questions);
  expect(dropped.problems).toMatchObject([{ line: 1, column: 1, harmless: true }]);
});
