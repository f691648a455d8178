import fc from "fast-check";
import { emptySheet } from "../write";
import { filled, QUESTIONS, read, told } from "../testing";

const NEXT = "\n### 2.4-qos1 (2 points)\n\n> What happens with QoS 1?\n\nnext\n";

/** @param below the heading of the question */
function typed(below: string) {
  const sheet = read(`- name: A\n\n### 2.4-qos0 (2 points)\n${below}${NEXT}`, "a.md");
  expect(sheet.answers.get("2.4-qos1")?.answer.text).toBe("next");
  return { parts: filled(sheet)["2.4-qos0"] ?? {}, told: told(sheet) };
}

const [{ asks } = { asks: { en: "" } }] = QUESTIONS.filter(({ id }) => id === "2.4-qos0");
const QUOTED = `\n> ${asks.en}\n`;

describe("an answer, an excerpt and commands", () => {
  it.each([
    ["below the question", `${QUOTED}\nA: b\n# c\n\nd\n`, { answer: "7:1 A: b\n# c\n\nd" }],
    ["above it", `\na\n${QUOTED}\n`, { answer: "5:1 a" }],
    ["without it", "a\n", { answer: "4:1 a" }],
    ["in the quotation", `${QUOTED}> a\n> b\n`, { answer: "6:1 a\nb" }],
    ["below the question that is quoted no more", `\n${asks.en}\n\na\n`, { answer: "7:1 a" }],
    ["a > of their own", `${QUOTED}\n> 5 s\n`, { answer: "7:1 > 5 s" }],
    [
      "each in its place",
      `${QUOTED}\na\n\n\`\`\`log\nb: c\n\n  d\n\`\`\`\n\`\`\`sh\ne\n\`\`\``,
      { answer: "7:1 a", excerpt: "10:1 b: c\n\n  d", commands: "15:1 e" },
    ],
    [
      "around the log",
      `${QUOTED}\na\n\`\`\`log\nb\n\`\`\`\nc\n`,
      { answer: "7:1 a\n\n\n\nc", excerpt: "9:1 b" },
    ],
    ["beside the fence", "a\n```log b\nc\n```\n", { answer: "4:1 a", excerpt: "5:1 b\nc" }],
    ["in a fence of their own", "```\na\n```\n~~~text\nb\n~~~\n", { answer: "5:1 a\n\n\nb" }],
    ["in a fence of no known language", "```PUBLISH, PUBACK\n```\n", { answer: "4:1 PUBLISH, PUBACK" }],
    ["in a longer fence", "````log\n```\na\n````\n", { excerpt: "5:1 ```\na" }],
    [
      "with the fence before it open",
      "a\n```log\nb\n```sh\nc\n```\n",
      { answer: "4:1 a", excerpt: "6:1 b", commands: "8:1 c" },
    ],
  ])("%s", (_, below, parts) => {
    expect(typed(below)).toEqual({ parts, told: [] });
  });

  it("a fence without end makes that question ungradable, and no other", () => {
    expect(typed("a\n```log\nb\n")).toEqual({
      parts: { answer: "4:1 a", excerpt: "6:1 b" },
      told: ["5:1 2.4-qos0 The block that begins here has no end; close it with ``` on a line of its own."],
    });
  });
});

describe("headings", () => {
  it.each([
    "# 2.4-qos0",
    "###2.4-qos0 (2 points)",
    "### **2.4-QoS0** (2 points)",
    "#### `2.4-qos0`:",
    "2.4-qos0",
    "**2.4-qos0 :**",
  ])("%j names its question", (heading) => {
    const sheet = read(`${heading}\n\na\n${NEXT}`, "a.md");
    expect({ ...filled(sheet), told: told(sheet) }).toMatchObject({
      "2.4-qos0": { answer: "3:1 a" },
      "2.4-qos1": { answer: expect.stringContaining("next") as unknown },
      told: [],
    });
  });

  it("an identifier in an answer is text, and so are a student's own headings", () => {
    expect(typed("see\n2.4-qos1\nand\n## Why\nb\n").parts).toEqual({
      answer: "4:1 see\n2.4-qos1\nand\n## Why\nb",
    });
  });

  it("a question twice, or none of the lab", () => {
    const sentence = "The question 2.4-qos1 is already answered on line 6; keep one of the two.";
    expect(typed(`a\n`).told).toEqual([]);
    expect(told(read(`### 2.4-qos0\na\n${NEXT}### 2.4-qos1\nb\n### 9.9-no\nc\n`, "a.md"))).toEqual([
      `9:1 2.4-qos1 ${sentence.replace("line 6", "line 4")}`,
      "11:1 There is no question 9.9-no; what is written here is not graded.",
    ]);
  });
});

it("is recognised whatever the file is called", () => {
  const markdown = emptySheet(QUESTIONS, "fr", "markdown").replace(
    "### 2.4-qos1 (2 points)\n",
    "$&\n2.4-qos2: non\n",
  );
  for (const name of ["a.md", "a.yaml", "a"])
    expect(filled(read(markdown, name))).toMatchObject({
      "2.4-qos1": { answer: expect.stringContaining("2.4-qos2: non") as unknown },
    });
  const yaml = emptySheet(QUESTIONS, "fr", "yaml").replace(
    "2.4-qos1:\n  réponse: |\n",
    "$&    ### 2.4-qos2\n",
  );
  for (const name of ["a.md", "a.yaml", "a"])
    expect(Object.values(filled(read(yaml, name)))).toEqual([
      { answer: expect.stringMatching(/:5 ### 2.4-qos2$/) as unknown },
    ]);
});

it("text typed below any question comes back as it is", () => {
  const empty = emptySheet(QUESTIONS, "en", "markdown");
  const line = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .map((text) => `a${text.replace(/[\r\n\0]/g, "")}`.trimEnd());
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...QUESTIONS),
      (lines, { id }) => {
        const text = lines.join("\n");
        const sheet = read(
          empty.replace(new RegExp(`(^### ${id} .*\n\n(?:>.*\n)+)`, "m"), (place) => `${place}\n${text}\n`),
          "a.md",
        );
        const [[found, parts] = ["", {}], ...others] = Object.entries(filled(sheet));
        expect({ found, others, problems: sheet.problems }).toEqual({ found: id, others: [], problems: [] });
        expect(Object.values(parts)).toEqual([expect.stringMatching(/^\d+:1 /) as unknown]);
        expect(Object.values(parts)[0]?.replace(/^\S+ /, "")).toBe(text);
      },
    ),
    { numRuns: 200 },
  );
});
