import type { QuestionOf } from "../question";
import { judgeChoice } from "./choice";
import { answering, COMMON, CONTEXT, HOSTILE, outcome, said, type Expected } from "./testing/judge";

const QUESTION: QuestionOf<"choice"> = {
  ...COMMON,
  id: "x-who",
  kind: "choice",
  options: {
    a: { en: "The publisher", fr: "L’émetteur" },
    b: { en: "The broker", fr: "Le broker" },
    c: { en: "The broker, at the subscriber’s request", fr: "Le broker, à la demande de l’abonné" },
  },
  right: "b",
};

const MARKED: readonly (readonly [text: string, expected: Expected])[] = [
  ["b", 1],
  ["B", 1],
  ["b)", 1],
  ["(b).", 1],
  ["Réponse b", 1],
  ["answer: B", 1],
  ["le broker", 1],
  ["Le BROKER.", 1],
  ["the broker", 1],
  ["b - Le broker", 1],
  ["« b »", 1],
  ["a", 0],
  ["l'émetteur", 0],
  ["c) le broker, à la demande de l'abonné", 0],
  ["je ne sais pas", 0],
  ["a et b", "ungradable"],
  ["a, b", "ungradable"],
  ["b ou c", "ungradable"],
  ["a - le broker", "ungradable"],
  ["pas le broker", "ungradable"],
  ["not b", "ungradable"],
  ["d", "ungradable"],
  ["ab", "ungradable"],
  ["le client", "ungradable"],
];

describe("a choice", () => {
  it.each(MARKED)("%j earns %s", (text, expected) => {
    expect(outcome(judgeChoice(answering(text), QUESTION, CONTEXT))).toBe(expected);
  });

  it("says why it cannot be read", () => {
    expect(said(judgeChoice(answering("a et b"), QUESTION, CONTEXT).tells)).toContain("plusieurs réponses");
    expect(said(judgeChoice(answering("d"), QUESTION, CONTEXT).tells)).toContain("a, b, c");
  });

  it.each(["a", "b", "c"])("does not tell whether %s is right", (text) => {
    expect(said(judgeChoice(answering(text), QUESTION, CONTEXT).tells)).toBe("");
  });

  it.each(HOSTILE)("stands %s", (_, text) => {
    expect(outcome(judgeChoice(answering(text), QUESTION, CONTEXT))).not.toBe(1);
  });
});
