import fc from "fast-check";
import { sheetText } from "./source";
import { filled, QUESTIONS, read } from "./testing";
import { anyText } from "../../../words/testing/any-text";

const LONG = 512 * 1024;
const LINES = 12_000;
const PIECES = [
  "2.4-qos0:",
  "2.4-qos1: |",
  "  answer: |",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "#",
  "# 2.4-qos0 (",
  "# ──",
  "### 2.4-qos0",
  "```log",
  "```",
  ">",
  "- ",
  '"',
  "'",
  "{",
  "[",
  "&a",
  "*a",
  "|",
  "name:",
  "9.9-x:",
  "---",
  "<!-- lang: fr -->",
  "\0",
  "\uD800",
  "\u2028",
  "réponse",
  ": ",
];

it("anything at all is read without an exception, and within the sheet", () => {
  const pieces = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 40 })
    .map((all) => all.join(""));
  const bytes = fc.uint8Array({ maxLength: 200 }).map(sheetText);
  fc.assert(
    fc.property(fc.oneof(pieces, bytes, anyText()), fc.constantFrom("a.yaml", "a.md", ""), (source, name) => {
      const lines = source.split(/\r\n?|\n/).length;
      const { answers, problems } = read(source, name);
      const places = [
        ...problems,
        ...[...answers.values()].flatMap(
          (answer) => Object.values(answer) as { line: number; column: number }[],
        ),
      ];
      for (const { line, column } of places) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines + 1);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

/** Each would take minutes, or the stack, of a reader that is not linear. */
it.each([
  [
    "aliases that explode",
    `a: &a [x]\n${Array.from({ length: 50 }, (_, i) => `a${i}: &a${i} [*a, *a, *a]`).join("\n")}\n2.4-qos0: *a49\n`,
  ],
  ["deep brackets", `2.4-qos0: ${"[".repeat(100_000)}\n`],
  [
    "deep maps",
    `2.4-qos0:\n${Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}answer:`).join("\n")}\n`,
  ],
  ["a long line", `2.4-qos0: ${"a".repeat(LONG)}\n`],
  ["blanks", `2.4-qos0: ${" ".repeat(LONG)}a\n`],
  ["odd blanks", `${"\u00a0".repeat(LONG / 2)}2.4-qos0: a\n`],
  ["blanks before a comment's end", `<!-- ${" ".repeat(LONG)}x`],
  ["colons", `### 2.4-qos0${":".repeat(LONG)}x\n`],
  ["letters behind a fence", `### 2.4-qos0\n\`\`\`${"a".repeat(LONG)}\`\n`],
  ["quotation marks", `2.4-qos0: "${'\\"'.repeat(LONG / 2)}\n`],
  ["backslashes", `2.4-qos0: "${"\\".repeat(LONG)}"\n`],
  ["apostrophes", `2.4-qos0: '${"'".repeat(LONG)}'\n`],
  ["lines", `2.4-qos0: |\n${"a\n".repeat(LINES)}`],
  ["keys", `2.4-qos0:\n${"  answer: a\n".repeat(LINES)}`],
  ["questions", "2.4-qos0: a\n".repeat(LINES)],
  ["questions that are none", "9.9-x:\n".repeat(LINES)],
  ["comments", `2.4-qos0:\n${"a\n\n# b\n".repeat(LINES / 3)}`],
  ["titles", `2.4-qos0:\n${"# 2.4-qos1 (\n".repeat(LINES)}`],
  ["quotations", `### 2.4-qos0\n${"> a\n".repeat(LINES)}`],
  ["fences", `### 2.4-qos0\n${"```log\n".repeat(LINES)}`],
  ["heads", `${"clients: a\n".repeat(LINES)}2.4-qos0: a\n`],
])("%s", (_, source) => {
  const sheet = read(source);
  expect(sheet.problems.length).toBeLessThan(200);
  expect(Object.keys(filled(sheet)).length).toBeLessThan(QUESTIONS.length);
});
