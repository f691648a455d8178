import { ownQuestions } from "../questions/own";
import type { MarkedAnswer } from "../submission/graded";
import { excerptLines } from "./excerpts";
import { likenesses } from "./likeness";
import { tracer, type Comparable } from "./trace";

const QUESTIONS = ownQuestions();
const trace = tracer(QUESTIONS);
const found = (class_: readonly Comparable[]) =>
  likenesses(class_.map(trace), QUESTIONS, (id, question) => {
    const marks = class_.find((submission) => submission.id === id)?.marks ?? [];
    return new Set(marks.filter((one) => one.question === question).flatMap((one) => [...excerptLines(one)]));
  });
const PROSE = ["2.4-qos0", "2.4-qos1", "2.4-qos2", "2.5-difference"];

function mark(question: string, place: "answer" | "excerpt", text: string): MarkedAnswer {
  return {
    question,
    outcome: "teacher",
    points: null,
    max: 2,
    reasons: [],
    tells: [],
    rules: [],
    written: [{ place, text, line: 1 }],
  };
}

/** Sentences that nobody else comes to. */
function words(seed: number): string {
  return Array.from({ length: 24 }, (_, i) => `w${seed}x${i}`).join(" ");
}

const prose = (id: string, seeds: readonly number[], change = (text: string) => text): Comparable => ({
  id,
  marks: PROSE.map((question, i) => mark(question, "answer", change(words(seeds[i] ?? 0)))),
});
const lines = (client: string, at: number) =>
  [
    `${at}: New client connected from 10.0.0.1:5000 as ${client} (p2, c1, k60).`,
    `${at}: Sending CONNACK to ${client} (0, 0)`,
    `${at + 1}: Received DISCONNECT from ${client}`,
  ].join("\n");
const excerpt = (id: string, text: string): Comparable => ({
  id,
  marks: [mark("2.3-connack", "excerpt", text)],
});

describe("sheets", () => {
  const copied = (text: string) => text.toUpperCase().replace(/W\S+ /, "other ");

  it("that are nearly the same are named, and nobody else", () => {
    const class_ = [prose("c", [1, 2, 3, 4]), prose("a", [5, 6, 7, 8]), prose("b", [1, 2, 3, 4], copied)];
    expect(found(class_)).toEqual([
      { kind: "sheets", between: ["b", "c"], share: expect.any(Number) as number },
    ]);
  });

  it("with one answer in common are not", () => {
    expect(found([prose("a", [1, 2, 3, 4]), prose("b", [1, 5, 6, 7])])).toEqual([]);
  });

  it("with answers that half of the class has are not", () => {
    const class_ = Array.from({ length: 20 }, (_, i) =>
      prose(`s${i}`, i % 2 === 0 ? [1, 2, 10 + i, 50 + i] : [90 + i, 130 + i, 170 + i, 210 + i]),
    );
    expect(found(class_)).toEqual([]);
  });

  it("are named the same whatever the order", () => {
    const class_ = [prose("c", [1, 2, 3, 4]), prose("a", [5, 6, 7, 8]), prose("b", [1, 2, 3, 4], copied)];
    expect(found([...class_].reverse())).toEqual(found(class_));
  });
});

describe("excerpts", () => {
  it("of the same moment are named with their first line", () => {
    const shared = lines("client-1", 1_795_922_365);
    const class_ = [
      excerpt("a", shared),
      excerpt("b", `\n${shared}\n`),
      excerpt("c", lines("client-2", 1_795_922_365)),
    ];
    expect(found(class_)).toEqual([
      { kind: "excerpt", between: ["a", "b"], question: "2.3-connack", text: shared.split("\n")[0] },
    ]);
  });

  it("of the same client at another moment are not", () => {
    const class_ = [
      excerpt("a", lines("client-1", 1_795_922_365)),
      excerpt("b", lines("client-1", 1_795_930_000)),
    ];
    expect(found(class_)).toEqual([]);
  });

  it("with a few lines in common are not: everybody reads one log", () => {
    const common = "1795922365: Sending CONNACK to everybody (0, 0)";
    const class_ = ["a", "b"].map((id, i) =>
      excerpt(id, `${common}\n${lines(`client-${i}`, 1_795_922_400)}`),
    );
    expect(found(class_)).toEqual([]);
  });
});
