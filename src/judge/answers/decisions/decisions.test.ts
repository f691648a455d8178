import fc from "fast-check";
import { ownQuestions } from "../questions/own";
import type { MarkedAnswer } from "../submission/graded";
import { applyDecisions } from "./decision";
import { readDecisions } from "./file/read";
import { updateDecisions } from "./file/update";
import { keyOf } from "./same";
import { waitingAnswers } from "./waiting";
import { anyText } from "../../../words/testing/any-text";

const QUESTIONS = ownQuestions();
const BY_ID = new Map(QUESTIONS.map((question) => [question.id, question]));
const PROSE = "2.4-qos0";
const FILTER = "6.1-one-room";

function waits(question: string, text: string): MarkedAnswer {
  const { points: max = 0 } = BY_ID.get(question) ?? {};
  return {
    question,
    outcome: "teacher",
    points: null,
    max,
    reasons: [{ en: "the evidence is thin", fr: "les indices sont minces" }],
    tells: [],
    rules: [],
    written: [{ place: "answer", text, line: 1 }],
  };
}

const update = (source: string, ...marks: MarkedAnswer[]) =>
  updateDecisions(source, waitingAnswers([marks], QUESTIONS), BY_ID, "en");
const settled = (source: string, ...marks: MarkedAnswer[]) =>
  applyDecisions(marks, BY_ID, readDecisions(source, BY_ID).decisions).map(({ points }) => points);
const decided = (source: string, points: string) => source.replace("points:\n", `points: ${points}\n`);

describe("a decision", () => {
  const source = decided(update("", waits(PROSE, "C’est un « message » simple.")), "1,5");

  it.each(["C’est un « message » simple.", 'c\'est un "message" simple', "  C'EST un\n«message» simple ."])(
    "holds for the same answer: %j",
    (text) => {
      expect(settled(source, waits(PROSE, text))).toEqual([1.5]);
    },
  );

  it.each(["C'est un message double.", "C'est un PUBACK simple.", "Ce n'est pas un « message » simple."])(
    "and for no other: %j",
    (text) => {
      expect(settled(source, waits(PROSE, text))).toEqual([null]);
    },
  );

  it("of one question holds for no other", () => {
    expect(settled(source, waits("2.4-qos1", "C’est un « message » simple."))).toEqual([null]);
  });

  it("tells capitals of a topic filter apart", () => {
    const filter = decided(update("", waits(FILTER, "Maison/salon/#")), "1");
    expect(settled(filter, waits(FILTER, "Maison/salon/#"), waits(FILTER, "maison/salon/#"))).toEqual([
      1,
      null,
    ]);
  });

  it("outweighs what the program found, whose reasons go", () => {
    const wrong: MarkedAnswer = { ...waits(PROSE, "Simple."), outcome: "wrong", points: 0 };
    const file = decided(update("", waits(PROSE, "Simple.")), "2").replace(
      "note:\n",
      "note: agreed in class\n",
    );
    const [mark] = applyDecisions([wrong], BY_ID, readDecisions(file, BY_ID).decisions);
    expect(mark).toMatchObject({
      points: 2,
      outcome: "right",
      reasons: [],
      decided: { note: "agreed in class" },
    });
  });
});

describe("the file of decisions", () => {
  it("is not made where nothing waits", () => {
    expect(update("")).toBe("");
  });

  it("shows the same answers once, with how many students gave them", () => {
    const groups = waitingAnswers(
      [[waits(PROSE, "Simple.")], [waits(PROSE, "simple")], [waits(PROSE, "Other.")]],
      QUESTIONS,
    );
    expect(groups.map(({ students }) => students)).toEqual([2, 1]);
  });

  it("keeps what the teacher wrote, comments too, and takes away what no longer waits", () => {
    const both = update("", waits(PROSE, "First."), waits(PROSE, "Second."));
    const mine = decided(both, "1 # as in the lecture");
    const after = update(mine);
    expect(after).toContain("points: 1 # as in the lecture");
    expect(after).not.toContain("Second.");
  });

  it("is not written to where it is something else", () => {
    const foreign = "students:\n  - name: Ana\n";
    expect(update(foreign, waits(PROSE, "First."))).toBe(foreign);
    expect(readDecisions(foreign, BY_ID).complaints).toHaveLength(1);
  });

  it.each([
    ["9", "“points” must be a number from 0 to 2, and is “9”"],
    ["half", "“points” must be a number from 0 to 2, and is “half”"],
    ["-1", "“points” must be a number from 0 to 2, and is “-1”"],
  ])("says where points are none: %s", (points, what) => {
    const source = decided(update("", waits(PROSE, "First.")), points);
    const line = source.split("\n").findIndex((text) => text.includes("points: ")) + 1;
    const { complaints, decisions } = readDecisions(source, BY_ID);
    expect(complaints).toEqual([
      {
        line,
        column: 13,
        what: expect.objectContaining({ en: expect.stringContaining(what) as string }) as object,
      },
    ]);
    expect(decisions.size).toBe(0);
  });

  it("leaves out a decision that contradicts an earlier one, and keeps the rest", () => {
    const one = decided(update("", waits(PROSE, "First.")), "1");
    const other = decided(update("", waits(PROSE, "first")), "2").split("decisions:\n")[1] ?? "";
    const { complaints, decisions } = readDecisions(one + other, BY_ID);
    expect(complaints[0]?.what.en).toContain("an earlier decision gives the same answer other points");
    expect([...decisions.values()].map(({ points }) => points)).toEqual([1]);
  });

  it("finds every answer again, whatever it holds", () => {
    const text = fc.oneof(anyText(), fc.string(), fc.constant("- question: x\n# y\n"));
    fc.assert(
      fc.property(text, (answer) => {
        fc.pre(answer.trim() !== "");
        const mark = waits(PROSE, answer);
        const file = decided(update("", mark), "1");
        expect(readDecisions(file, BY_ID).complaints).toEqual([]);
        expect(settled(file, mark)).toEqual([1]);
        expect(update(file, mark)).toBe(file);
      }),
    );
  });
});

it("keys are the same for the same texts only", () => {
  const question = BY_ID.get(PROSE);
  if (question === undefined) throw new Error("the question is gone");
  expect(keyOf(question, { answer: "QoS 1" })).not.toBe(keyOf(question, { answer: "QoS 2" }));
  expect(keyOf(question, { answer: "a", excerpt: "x" })).not.toBe(
    keyOf(question, { answer: "a", excerpt: "y" }),
  );
});
