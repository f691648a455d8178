import fc from "fast-check";
import { matches } from "./topic-matching";
import { overlap } from "./topic-overlap";

test.each([
  ["house/#", "house/+/temperature", true],
  ["house/#", "house", true],
  ["+/salon", "house/+", true],
  ["+/salon", "house/+/temperature", false],
  ["#", "a/b", true],
  ["#", "$SYS/#", false],
  ["+/x", "$SYS/x", false],
  ["$SYS/#", "$SYS/broker/+", true],
  ["a/b", "a/b", true],
  ["a/b", "a/b/c", false],
  ["a/+", "a", false],
])("%s and %s: %s", (a, b, expected) => {
  expect([overlap(a, b), overlap(b, a)]).toEqual([expected, expected]);
});

test("a filter overlaps the topics that it matches, and no others", () => {
  const level = fc.constantFrom("a", "b", "", "$s");
  const topic = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join("/"));
  const filter = fc
    .tuple(fc.array(fc.oneof(level, fc.constant("+")), { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([levels, all]) => [...levels, ...(all ? ["#"] : [])].join("/"));
  fc.assert(
    fc.property(filter, topic, (one, name) => {
      expect(overlap(one, name)).toBe(matches(one, name));
    }),
  );
});
