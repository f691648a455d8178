import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withExcerpt, QOS1 } from "../evidence/testing/excerpts";
import { proseRubric } from "../prose/rubric";
import type { QuestionData } from "../prose/question";
import type { ProseQuestion } from "../question";
import { judgeProse } from "./prose";
import { answering, CONTEXT, COMMON, HOSTILE, outcome, said } from "./testing/judge";

const context = { ...CONTEXT, rubric: proseRubric() };
const FILE = join(__dirname, "../../../../fixtures/questions/2.4-qos1.json");
const data = JSON.parse(readFileSync(FILE, "utf8")) as QuestionData;

function judged(text: string, rubric: ProseQuestion["rubric"] = "2.4-qos1") {
  return judgeProse(answering(text), { ...COMMON, id: "2.4-qos1", kind: "prose", rubric }, context);
}

const ANSWERS: readonly (readonly [number | "teacher", string])[] = [
  [1, "Le broker répond au PUBLISH par un PUBACK ; sans lui le client renvoie le message."],
  [0.5, "Le message arrive au moins une fois."],
  [0, "Avec QoS 1 il n'y a aucun acquittement."],
  ["teacher", "Le broker répond au PUBLISH par un PUBAK, le message est renvoyé sinon."],
];

describe("an answer in prose", () => {
  it.each(ANSWERS)("earns %s: %s", (expected, text) => {
    expect(outcome(judged(text))).toBe(expected);
    expect(outcome(judged(text, data))).toBe(expected);
  });

  it("tells the teacher what was found, and the student nothing of it", () => {
    for (const text of ANSWERS.slice(0, 3).map(([, answer]) => answer)) {
      const { reasons, tells } = judged(text);
      expect(said(reasons)).not.toBe("");
      expect(tells).toEqual([]);
    }
  });

  it.each([
    ["une phrase", "PUBLISH PUBACK acquittement broker client QoS"],
    ["répète la question", "Que se passe-t-il avec QoS 1 ? Observez l'échange des messages."],
    ["« PUBREQ »", "Le broker répond au PUBLISH par un PUBREQ."],
  ])("that is none, or names what there is not, is told so: %s", (told, text) => {
    const { tells } = judged(text);
    expect(tells).toHaveLength(1);
    expect(tells[0]?.fr).toContain(told);
  });

  it("that is missing beside an excerpt is the teacher's", () => {
    const question: ProseQuestion = { ...COMMON, id: "2.4-qos1", kind: "prose", rubric: "2.4-qos1" };
    const { share, reasons } = judgeProse(withExcerpt(QOS1), question, context);
    expect([share, reasons.length]).toEqual([null, 1]);
  });

  it.each([
    ["says the same over and over", "Le broker répond par un PUBACK. ".repeat(20), "répétés"],
    [
      "is longer than any answer",
      `${String(ANSWERS[0]?.[1])} ${"Et plus encore, mot à mot. ".repeat(400)}`,
      "plus longue",
    ],
  ])("that %s is the teacher's, although a part of it is right", (_, text, told) => {
    const { share, tells } = judged(text);
    expect([share, tells[0]?.fr]).toEqual([null, expect.stringContaining(told)]);
  });

  it("to a question without a rubric is the teacher's", () => {
    expect(outcome(judged("Le broker répond.", "nowhere"))).toBe("teacher");
  });

  it.each(HOSTILE)("is answered at once: %s", (_name, text) => {
    expect(["teacher", 0]).toContain(outcome(judged(text)));
  });
});
