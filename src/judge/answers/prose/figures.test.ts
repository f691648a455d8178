/** What the rubric reaches on marked answers. Figures may rise; whoever lets one fall has to say so here. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { markedAnswers } from "./marked";
import { proseRubric } from "./rubric";
import { byQuestion, figuresOfTried, tryOut } from "./workbench";

const FOLDER = join(__dirname, "../../../../fixtures/answers");
const rubric = proseRubric();

function tried(name: string) {
  const source = readFileSync(join(FOLDER, name), "utf8");
  return tryOut(markedAnswers(source, name, new Set(rubric.questions.keys())), rubric);
}

describe.each(["visible.jsonl", "hidden.jsonl", "sample.jsonl"])("the answers of %s", (name) => {
  const { n, decided, exact, offByTwo, kappa } = figuresOfTried(tried(name));

  it("at most a quarter waits for the teacher", () => {
    expect(decided / n).toBeGreaterThanOrEqual(0.75);
  });

  it("of those decided, 92 % exactly as the teacher and under 1 % off by two", () => {
    expect(exact / decided).toBeGreaterThanOrEqual(0.92);
    expect(offByTwo / decided).toBeLessThan(0.01);
  });

  it("kappa at least 0.85", () => {
    expect(kappa).toBeGreaterThanOrEqual(0.85);
  });
});

it("every question has at least twelve answers of our own", () => {
  const own = byQuestion([...tried("visible.jsonl"), ...tried("hidden.jsonl")], rubric);
  const counts = [...rubric.questions.keys()].map((id) => [id, own.get(id)?.length ?? 0] as const);
  expect(counts.filter(([, n]) => n < 12)).toEqual([]);
});
