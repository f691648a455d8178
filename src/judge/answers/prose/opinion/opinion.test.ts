import type { Grade } from "../grade";
import type { Points } from "../question";
import type { Token } from "../text/token";
import { featuresOf } from "./features";
import { keptModel, writtenModel } from "./kept";
import { likelihoods, tellingWords, type Model, type ModelData } from "./model";
import { withSecondOpinion } from "./second";
import { train } from "./train";

function token(text: string, concept: string, more: Partial<Token> = {}): Token {
  return {
    text,
    concepts: new Set(concept === "" ? [] : [concept]),
    polarity: "said",
    sentence: 0,
    clause: 0,
    leads: false,
    mark: "",
    hasContent: true,
    ...more,
  };
}

const RIGHT = [token("accuse", "ACK"), token("broker", "BROKER")];
const WRONG = [token("accuse", "ACK", { polarity: "denied" }), token("broker", "BROKER")];
const STRANGE = [token("aubergine", ""), token("violette", "")];

/** Where the rules found nothing. */
const UNRULED = { points: null, rules: [] };

/** Marked answers: twenty that affirm an acknowledgement, twenty that deny it. */
function taught(): ModelData {
  const examples = (tokens: readonly Token[], points: Points) =>
    Array.from({ length: 20 }, (_, i) => ({
      features: featuresOf([...tokens, token(`mot${i}`, "")], UNRULED),
      points,
    }));
  return train([...examples(RIGHT, 2), ...examples(WRONG, 0)]);
}

function kept(model: ModelData): Model {
  return keptModel(writtenModel(model));
}

function ruled(points: Points | null, ...rules: string[]): Grade {
  return { points, reason: { en: "why", fr: "pourquoi" }, rules };
}

describe("features", () => {
  it("tell what is denied, of which value, and what stands beside what", () => {
    const names = featuresOf(
      [token("accuse", "ACK", { polarity: "denied", level: 0 }), token("rien", "")],
      UNRULED,
    ).map(({ name }) => name);
    expect(names).toEqual(["-ACK", "-ACK@0", "'rien'", "-ACK 'rien'", "ruled null"]);
  });

  it("tell what the rules say, and which of them spoke together", () => {
    const names = featuresOf([], { points: 1, rules: ["A", "B", "unread"] }).map(({ name }) => name);
    expect(names).toEqual([
      "ruled 1",
      "rule A",
      "rule B",
      "rule unread",
      "rules A B",
      "rules A unread",
      "rules B unread",
    ]);
  });
});

describe("a model", () => {
  const model = kept(taught());

  it("tells apart what it was taught", () => {
    expect(likelihoods(featuresOf(RIGHT, UNRULED), model)[2]).toBeGreaterThan(0.8);
    expect(likelihoods(featuresOf(WRONG, UNRULED), model)[0]).toBeGreaterThan(0.8);
  });

  it("is unsure of what it never saw", () => {
    expect(Math.max(...likelihoods(featuresOf(STRANGE, UNRULED), model))).toBeLessThan(0.6);
  });

  it("names the words that it goes by", () => {
    expect(tellingWords(featuresOf(RIGHT, UNRULED), model, 2, 1)).toEqual(["accuse"]);
  });

  it("learns how far a rule can be relied on, and names no words for it", () => {
    const ruledBy = (rule: string) => featuresOf([], { points: 1, rules: [rule] });
    const examples = (rule: string, points: Points) =>
      Array.from({ length: 20 }, () => ({ features: ruledBy(rule), points }));
    const learnt = kept(train([...examples("good", 1), ...examples("bad", 0)]));
    expect(likelihoods(ruledBy("good"), learnt)[1]).toBeGreaterThan(0.8);
    expect(likelihoods(ruledBy("bad"), learnt)[0]).toBeGreaterThan(0.8);
    expect(tellingWords(ruledBy("good"), learnt, 1, 3)).toEqual([]);
  });

  it("is the same whenever it is learnt from the same answers", () => {
    expect(taught()).toEqual(taught());
  });
});

describe("the second opinion", () => {
  const model = kept(taught());

  it("leaves a grade as it is that it shares", () => {
    const grade = ruled(2, "A");
    expect(withSecondOpinion(grade, RIGHT, model)).toBe(grade);
  });

  it("sends to the teacher what it sees otherwise", () => {
    const grade = withSecondOpinion(ruled(2, "A"), WRONG, model);
    expect(grade).toMatchObject({ points: null, rules: ["A", "unlike"] });
    expect(grade.reason.en).toContain("why");
  });

  it("decides what no rule knows and marked answers agree on, and says by which words", () => {
    const grade = withSecondOpinion(ruled(null, "unknown"), RIGHT, model);
    expect(grade).toMatchObject({ points: 2, rules: ["unknown", "likeness"] });
    expect(grade.reason.fr).toContain("« accuse … broker »");
  });

  it.each(["almostPacket", "contradictory"])("leaves %s to the teacher however like it is", (doubt) => {
    expect(withSecondOpinion(ruled(null, "A", doubt), RIGHT, model).points).toBeNull();
  });

  it("leaves to the teacher what is like nothing", () => {
    expect(withSecondOpinion(ruled(null, "unknown"), STRANGE, model).points).toBeNull();
  });

  it.each([
    ["decides what is likely", null, [0.03, 0.27, 0.7], 2],
    ["decides nothing that is little more likely than the next", null, [0.03, 0.52, 0.45], null],
    ["decides nothing whose opposite is likely too", null, [0.12, 0.23, 0.65], null],
    ["takes a point from the rules where answers like it got fewer", 2, [0.01, 0.97, 0.02], 1],
    ["never turns what the rules say into its opposite", 2, [0.99, 0.005, 0.005], null],
  ] as const)("%s", (_, points, likely, decided) => {
    expect(withSecondOpinion(ruled(points, "A"), STRANGE, saying(likely)).points).toBe(decided);
  });
});

/** A model that says the same of every answer. */
function saying([zero, one, two]: readonly [number, number, number]): Model {
  return { bias: [Math.log(zero), Math.log(one), Math.log(two)], says: () => undefined };
}
