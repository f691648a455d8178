/** What people do to a sheet in YAML who have never heard of YAML. */
import { filled, read, told } from "../testing";

const ID = "2.4-qos0";
/** The question after it, which nothing may harm. */
const NEXT = "\n# 2.4-qos1 (2 points)\n# What happens?\n2.4-qos1:\n  answer: |\n    next\n";

/** @param below the identifier of the question */
function spoilt(below: string) {
  const source = `name: A\n\n${ID}:${below}${NEXT}`;
  const sheet = read(source);
  expect(sheet.answers.get("2.4-qos1")?.answer.text).toBe("next");
  const { [ID]: parts = {} } = filled(sheet);
  return { parts, told: told(sheet), lines: source.split("\n") };
}

describe("what is plain is read as it is meant, from where it stands", () => {
  it.each([
    ["as the sheet asks", "\n  answer: |\n    A: b # c\n\n    d\n", "5:5 A: b # c\n\nd"],
    [
      "the text beside its key",
      "\n  answer: the log shows: Received # 1\n",
      "4:11 the log shows: Received # 1",
    ],
    ["beside its key, and below", "\n  answer: one\n    two: 2\n  three\n", "4:11 one\n  two: 2\nthree"],
    ["beside the |", "\n  answer: | one\n    two\n", "4:13 one\ntwo"],
    ["beside the |, with #", "\n  answer: |# one\n", "4:12 # one"],
    ["beside the | without a space", "\n  answer: |2 packets\n", "4:12 2 packets"],
    ["a > that is text", "\n  answer: > 5 seconds\n", "4:11 > 5 seconds"],
    ["a block that is folded", "\n  answer: >-\n    a\n    b\n", "5:5 a\nb"],
    ["a block with its indentation", "\n  answer: |2-\n      a\n    b\n", "5:5   a\nb"],
    [
      "at the margin",
      "\n  answer: |\nThe client sends: PUBLISH\nand nothing\n",
      "5:1 The client sends: PUBLISH\nand nothing",
    ],
    ["at the margin, with blank lines", "\n  answer: |\n\nOne\n\nTwo\n", "6:1 One\n\nTwo"],
    ["at the margin, with #", "\n  answer: |\n+ is one level\n# is all\n", "5:1 + is one level\n# is all"],
    [
      "at the margin, beginning with #",
      "\n  answer: |\n# is all levels\n+ is one\n",
      "5:1 # is all levels\n+ is one",
    ],
    ["as deep as its key", "\n  answer: |\n  the text: here\n  and here\n", "5:3 the text: here\nand here"],
    ["less deep in between", "\n  answer: |\n    a\n   b\n", "5:4  a\nb"],
    ["in tabs", "\n\tanswer: |\n\t\ta\n", "5:3 a"],
    ["in tabs, below spaces", "\n  answer: |\n\ta\n\tb\n", "5:2 a\nb"],
    ["in odd blanks", "\n\u00a0\u00a0answer\u00a0: |\n\u00a0\u00a0\u202f\u00a0a\n", "5:5 a"],
    ["in braces that are text", "\n  answer: {a: b\n", "4:11 {a: b"],
    ["in brackets", " [PUBLISH, PUBACK]\n", "3:11 [PUBLISH, PUBACK]"],
    ["a list", "\n  answer:\n    - PUBLISH\n    - PUBACK\n", "5:5 - PUBLISH\n- PUBACK"],
    ["a list at the margin", "\n- PUBLISH\n- PUBACK\n", "4:1 - PUBLISH\n- PUBACK"],
    ["**bold**", "\n  answer: **PUBLISH** then\n", "4:11 **PUBLISH** then"],
    ["*alias*", "\n  answer: *a* b\n", "4:11 *a* b"],
    ["&anchor", " &a b\n", "3:11 &a b"],
    ["!tag", " !important b\n", "3:11 !important b"],
    ["@ and %", "\n  answer: @a %b\n", "4:11 @a %b"],
    ["a backtick", " `a`\n", "3:11 `a`"],
    ["a quotation that ends early", '\n  answer: "QoS 0" means\n', '4:11 "QoS 0" means'],
    ["two quotations", '\n  answer: "a" and "b"\n', '4:11 "a" and "b"'],
    ["a quotation in a block", '\n  answer: |\n    "a"\n', '5:5 "a"'],
    ["a quotation without end", "\n  answer: 'a\n    b\n", "4:11 'a\n  b".replace("  b", "b")],
    ["all of it quoted", `\n  answer: "a: b # \\"c\\" \\u00e9"\n`, '4:12 a: b # "c" é'],
    ["quoted once", "\n  answer: 'it''s: a'\n", "4:12 it's: a"],
    ["quoted, in lines", '\n  answer: "one\n    two"\n', "4:12 one\ntwo"],
    ["a path in quotation marks", '\n  answer: "C:\\new\\table"\n', "4:12 C:\\new\\table"],
    ["no space after the colon", "\n  answer:a\n", "4:10 a"],
    ["no key", "\n  a\n  b # c\n", "4:3 a\nb # c"],
    ["no key, steps", "\n  step 1: PUBLISH\n  step 2: PUBACK\n", "4:3 step 1: PUBLISH\nstep 2: PUBACK"],
    ["no key, beside the identifier", " a\n", "3:11 a"],
    ["no key, below a |", " |\n  a\n", "4:3 a"],
    ["a number", " 1.10\n", "3:11 1.10"],
    ["a date", " 2026-11-29\n", "3:11 2026-11-29"],
    ["yes", " yes\n", "3:11 yes"],
    ["the key at the margin", "\nanswer: |\n  a\n", "5:3 a"],
    ["the key deep", "\n        answer: |\n            a\n", "5:13 a"],
    ["the key in the other language", "\n  REPONSE : a\n", "4:13 a"],
    ["a key without its colon", "\n  answer |\n    a\n", "5:5 a"],
    ["an empty key before it", "\n  answer: |\n  answer: a\n", "5:11 a"],
    ["more below, with a colon", "\n  answer: a\n  note: b\n", "4:11 a\nnote: b"],
    [
      "a date that looks like an identifier",
      "\n  answer: |\n29-nov-2026: a\n30-nov-2026: b\n",
      "5:1 29-nov-2026: a\n30-nov-2026: b",
    ],
    ["the marks of documents", "\n---\n  answer: a\n...\n", "5:11 a"],
  ])("%s", (_, below, expected) => {
    const { parts, told: problems, lines } = spoilt(below);
    expect({ parts, problems }).toEqual({ parts: { answer: expected }, problems: [] });
    const [, line = "", column = "", first = ""] = /^(\d+):(\d+) (.*)/.exec(expected) ?? [];
    const [start = ""] = first.trim().split(/["'\\]/);
    expect(
      lines[Number(line) - 1]
        ?.slice(Number(column) - 1)
        .trimStart()
        .startsWith(start),
    ).toBe(true);
  });

  it.each([
    [
      "behind a quotation without end",
      '\n  answer: "a\n  excerpt: |\n    b\n',
      { answer: '4:11 "a', excerpt: "6:5 b" },
    ],
    [
      "in either language",
      "\n  Réponse: a\n  EXCERPT: b\n  commande: c\n",
      { answer: "4:12 a", excerpt: "5:12 b", commands: "6:13 c" },
    ],
    [
      "log lines at the margin",
      "\n  answer: |\n  excerpt: |\n1764403200: Sending CONNACK to a (0, 0)\n1764403201: b\n",
      { excerpt: "6:1 1764403200: Sending CONNACK to a (0, 0)\n1764403201: b" },
    ],
    ["a key behind a tab", "\n  answer: |\n    a\n\texcerpt: b\n", { answer: "5:5 a", excerpt: "6:11 b" }],
    [
      "comments of a shell",
      "\n  commands: |\n    # one\n    mosquitto_sub -t '#'\n",
      { commands: "5:5 # one\nmosquitto_sub -t '#'" },
    ],
  ])("each part for itself: %s", (_, below, expected) => {
    expect(spoilt(below).parts).toEqual(expected);
  });
});

describe("what is worth saying and harms nothing", () => {
  it.each([
    ["a key that is misspelt", "\n  anwser: a\n", "4:11 a", "4:3 “anwser” is read as “answer”; write it so."],
    [
      "a comment",
      "\n  answer: |\n    a\n# b\n",
      "5:5 a",
      "6:1 This line begins with # and is not read; if it belongs to the answer, indent it like the other lines.",
    ],
    [
      "a comment after a blank line",
      "\n  answer: |\n    a\n\n# b\n",
      "5:5 a",
      "7:1 This line begins with # and is not read; if it belongs to the answer, indent it like the other lines.",
    ],
  ])("%s", (_, below, answer, sentence) => {
    expect(spoilt(below)).toMatchObject({ parts: { answer }, told: [sentence] });
  });

  it("a line before the questions", () => {
    const sheet = read(`Hello\nname: A\nyou\n${ID}: a\n`);
    const sentence = "This line belongs to no question and is not read; begin it with # or delete it.";
    expect({ ...filled(sheet), told: told(sheet), name: sheet.student.name }).toEqual({
      [ID]: { answer: "4:11 a" },
      told: [`1:1 ${sentence}`, `3:1 ${sentence}`],
      name: "A",
    });
  });
});

describe("what could be meant in two ways makes that question ungradable, and no other", () => {
  it.each([
    [
      "a key twice",
      "\n  answer: a\n  answer: b\n",
      ["5:3 2.4-qos0 “answer” stands twice in this question; keep one of the two."],
    ],
    [
      "text above its key too",
      " a\n  answer: b\n",
      ["4:3 2.4-qos0 Text stands above “answer” and below it; keep one of the two."],
    ],
    [
      "nothing but a comment",
      "\n  answer: |\n# is all levels\n",
      [
        "5:1 2.4-qos0 This line begins with #, so the answer is empty; if it is the answer, indent it by four spaces.",
      ],
    ],
    [
      "nothing but a comment, after a blank line",
      "\n  answer: |\n\n# is all levels\n",
      [
        "6:1 2.4-qos0 This line begins with #, so the answer is empty; if it is the answer, indent it by four spaces.",
      ],
    ],
    [
      "keys in braces",
      ' {answer: "a"}\n',
      [
        "3:11 2.4-qos0 An answer in braces is not read; write each key on a line of its own, and its text below.",
      ],
    ],
  ])("%s", (_, below, sentences) => {
    expect(spoilt(below).told).toEqual(sentences);
  });

  it("both texts are kept for whoever reads them", () => {
    expect(spoilt(" a\n  answer: b\n").parts).toEqual({ answer: "3:11 a\nb" });
    expect(spoilt("\n  answer: a\n  answer: b\n").parts).toEqual({ answer: "4:11 a\nb" });
  });
});

describe("identifiers", () => {
  it.each([
    [`${ID}\n  answer: a\n${NEXT}`, "2:11 a"],
    [`${ID} = a\n${NEXT}`, "1:12 a"],
    [`2.4-QoS0 : a\n${NEXT}`, "1:12 a"],
    [`"${ID}": a\n${NEXT}`, "1:13 a"],
    [`  ${ID}:\n    answer: |\n      a\n${NEXT}`, "3:7 a"],
    [`- ${ID}:\n    answer: a\n${NEXT}`, "2:13 a"],
    [`2.4-qos0-packets: |\n  b\n  ${ID}:\n    answer: a\n${NEXT}`, "4:13 a"],
    [`# ${ID} (2 points)\n# What?\n  answer: |\n    a\n${NEXT}`, "4:5 a"],
    [`2.3-connack:\n  excerpt: |\n# ${ID} (2 points)\n# What?\n  answer: |\n    a\n${NEXT}`, "6:5 a"],
  ])("%j is read as it is meant", (source, expected) => {
    const sheet = read(source);
    expect(filled(sheet)).toMatchObject({ [ID]: { answer: expected }, "2.4-qos1": {} });
    expect(sheet.answers.get("2.4-qos1")?.answer.text).toBe("next");
    expect(sheet.problems).toEqual([]);
  });

  it.each([
    [
      `${ID}: a\n${ID}: b\n`,
      ["2:1 2.4-qos0 The question 2.4-qos0 is already answered on line 1; keep one of the two."],
    ],
    [
      `${ID}: a\n${ID}:\n`,
      ["2:1 The question 2.4-qos0 stands here again, and on line 1; only the one that is filled in counts."],
    ],
    [
      `2.4-qso0: a\n`,
      ["1:1 2.4-qos0 There is no question 2.4-qso0; if 2.4-qos0 is meant, write that identifier."],
    ],
    [
      `${ID}: a\n2.4-qso0: b\n`,
      ["2:1 There is no question 2.4-qso0; if 2.4-qos0 is meant, write that identifier."],
    ],
    [`${ID}: a\n\n9.9-none: b\n`, ["3:1 There is no question 9.9-none; what is written here is not graded."]],
    [
      `2.5-latency: |\n  a\n  ${ID}: b\n`,
      [
        `3:3 2.4-qos0 “2.4-qos0:” must begin at the very left of its line.`,
        `3:3 2.5-latency “2.4-qos0:” must begin at the very left of its line.`,
      ],
    ],
    [
      `sheet: 2\n${ID}: a\n`,
      [
        "1:8 * This sheet says that it is of version “2” and only version 1 can be read; take a sheet that this tp-mqtt wrote.",
      ],
    ],
  ])("%j", (source, sentences) => {
    const sheet = read(`${source}${NEXT}`);
    expect(told(sheet)).toEqual(sentences);
    expect(sheet.answers.get("2.4-qos1")?.answer.text).toBe("next");
  });
});

describe("the sheet's own comments are nobody's answer", () => {
  it.each([
    ["a blank line deleted", "    a\n# 2.4-qos1 (2 points)\n# What happens?\n2.4-qos1:\n"],
    [
      "a blank line deleted, below text at the margin",
      "a\n# 2.4-qos1 (2 points)\n# What happens?\n2.4-qos1:\n",
    ],
    [
      "the title deleted",
      "    a\n\n# What happens with QoS 1? Observe the exchange of messages\n2.4-qos1:\n",
    ],
    ["a blank line too many", "    a\n\n# 2.4-qos1 (2 points)\n# What happens?\n\n2.4-qos1:\n"],
    ["a heading", "    a\n# ── 2.5  Discussion ──\n\n# 2.4-qos1 (2 points)\n2.4-qos1:\n"],
    ["the identifier deleted", "    a\n\n# 2.4-qos1 (2 points)\n# What happens?\n  answer: b\n"],
  ])("%s", (_, rest) => {
    const sheet = read(`${ID}:\n  answer: |\n${rest}`);
    expect(sheet.answers.get(ID)?.answer.text).toBe("a");
    expect(sheet.problems).toEqual([]);
    expect(sheet.answers.has("2.4-qos1")).toBe(true);
  });
});
