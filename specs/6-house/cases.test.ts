import house from "../../fixtures/house.json";
import { isTopicFilter, isTopicName, matches } from "../../src/judge/claims/topic-matching";
import { LESSONS, placed } from "./examples";
import { cases, seedOf } from "./generated";
import { BAITS, OFFENCES } from "./offences";
import { SUBSCRIPTIONS } from "./subscriptions";

const ROOT = "tp-mqtt/run/6-wildcards";
const examples = LESSONS.flatMap((lesson) => lesson.examples);
const generated = cases(seedOf("abc1234"), ROOT);

describe("what is written out by hand", () => {
  it.each(SUBSCRIPTIONS)("agrees with the matcher: $filter", ({ filter, receives }) => {
    const topics = Object.keys(house);
    expect(topics.filter(receives)).toEqual(topics.filter((topic) => matches(filter, topic)));
  });

  it("gives the sheet's four subscriptions four different sets", () => {
    const sets = SUBSCRIPTIONS.map(({ receives }) => Object.keys(house).filter(receives).join());
    expect(new Set(sets).size).toBe(4);
  });

  it.each(examples)("agrees with the matcher: $filter", ({ filter, receives, misses }) => {
    const answers = (topics: readonly string[]) =>
      topics.map((topic) => matches(placed(filter, ROOT), placed(topic, ROOT)));
    expect(new Set(answers(receives))).toEqual(new Set([true]));
    expect(answers(misses)).not.toContain(true);
  });

  it("calls forbidden only what is forbidden", () => {
    const allowed = OFFENCES.filter(({ packet, text }) => {
      const placedText = placed(text, ROOT);
      return packet === "SUBSCRIBE" ? isTopicFilter(placedText) : isTopicName(placedText);
    });
    expect(allowed).toEqual([]);
    expect(BAITS.every((topic) => isTopicName(placed(topic, ROOT)))).toBe(true);
  });
});

describe("generated cases", () => {
  it("are those of their seed", () => {
    expect(cases(seedOf("abc1234"), ROOT)).toEqual(generated);
    expect(cases(seedOf("abc1235"), ROOT)).not.toEqual(generated);
  });

  it("are valid, and no topic matches two filters, the examples' among them", () => {
    const filters = [
      ...examples.map(({ filter }) => placed(filter, ROOT)),
      ...generated.map(({ filter }) => filter),
    ];
    const topics = [
      ...examples
        .flatMap(({ receives, misses }) => [...receives, ...misses])
        .map((topic) => placed(topic, ROOT)),
      ...generated.flatMap((one) => one.topics),
    ];
    expect([
      ...filters.filter((filter) => !isTopicFilter(filter)),
      ...topics.filter((topic) => !isTopicName(topic)),
    ]).toEqual([]);
    expect(new Set(topics).size).toBe(topics.length);
    const matched = topics.map((topic) => filters.filter((filter) => matches(filter, topic)).length);
    expect(Math.max(...matched)).toBe(1);
  });

  it("hold many matches and many near misses", () => {
    const answers = generated.flatMap(({ filter, topics }) => topics.map((topic) => matches(filter, topic)));
    const hits = answers.filter(Boolean).length;
    expect(hits).toBeGreaterThan(50);
    expect(answers.length - hits).toBeGreaterThan(30);
  });
});
