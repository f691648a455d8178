import fc from "fast-check";
import { isTopicFilter, isTopicName, matches } from "./topic-matching";

/** The words of clause 4.7 as a regular expression. */
function byExpression(filter: string, topic: string): boolean {
  if (/^[+#]/.test(filter) && topic.startsWith("$")) return false;
  if (filter === "#") return true;
  const quoted = filter.replace(/[.*?^${}()|[\]\\]/g, "\\$&");
  const source = quoted.replace(/\/#$/, "(?:/.*)?").replace(/(^|(?<=\/))\+(?=$|\/|\()/g, "[^/]*");
  return new RegExp(`^${source}$`, "su").test(topic);
}

/** The same, level by level from the left. */
function byRecursion(filter: readonly string[], topic: readonly string[]): boolean {
  const [first, ...rest] = filter;
  if (first === undefined) return topic.length === 0;
  if (first === "#") return true;
  const [level, ...deeper] = topic;
  return level !== undefined && (first === "+" || first === level) && byRecursion(rest, deeper);
}

const level = fc.constantFrom("", "a", "b", "A", "a b", "é", "$x", ".", "(");
const topics = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join("/"));
const filters = fc
  .tuple(fc.array(fc.oneof(level, fc.constant("+")), { maxLength: 4 }), fc.boolean())
  .map(([levels, hash]) => (hash || levels.length === 0 ? [...levels, "#"] : levels).join("/"));

describe("matches", () => {
  it.each([
    // The standard's own examples (clauses 4.7.1.2, 4.7.1.3, 4.7.2).
    ["sport/tennis/player1/#", "sport/tennis/player1", true],
    ["sport/tennis/player1/#", "sport/tennis/player1/ranking", true],
    ["sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true],
    ["sport/#", "sport", true],
    ["#", "sport/tennis", true],
    ["sport/tennis/+", "sport/tennis/player1", true],
    ["sport/tennis/+", "sport/tennis/player1/ranking", false],
    ["sport/+", "sport", false],
    ["sport/+", "sport/", true],
    ["+/+", "/finance", true],
    ["/+", "/finance", true],
    ["+", "/finance", false],
    ["#", "$SYS/broker", false],
    ["+/monitor/Clients", "$SYS/monitor/Clients", false],
    ["$SYS/#", "$SYS/broker", true],
    ["$SYS/monitor/+", "$SYS/monitor/Clients", true],
    ["a/#", "a/$x", true],
    ["ACCOUNTS", "Accounts", false],
  ])("%s and %s: %s", (filter, topic, expected) => {
    expect(matches(filter, topic)).toBe(expected);
  });

  it("agrees with a regular expression and with a recursion", () => {
    fc.assert(
      fc.property(filters, topics, (filter, topic) => {
        const hidden = topic.startsWith("$") && /^[+#]/.test(filter);
        const answers = [
          matches(filter, topic),
          byExpression(filter, topic),
          !hidden && byRecursion(filter.split("/"), topic.split("/")),
        ];
        expect(new Set(answers).size).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes a filter without wildcards for that one topic", () => {
    fc.assert(
      fc.property(topics, topics, (one, other) => {
        expect(matches(one, other)).toBe(one === other);
      }),
    );
  });
});

describe("what the standard allows", () => {
  it.each(["a", "/", "+", "#", "a/#", "+/+/#", "a/+/b", "/a//", " ", "$x/#"])("filter %j", (text) => {
    expect(isTopicFilter(text)).toBe(true);
  });

  it.each(["", "a#", "a/#/b", "#/a", "##", "a+", "a/+b", "++", "a\0b"])("no filter %j", (text) => {
    expect(isTopicFilter(text)).toBe(false);
  });

  it.each(["a", "/", " ", "$x", "a//b"])("name %j", (text) => {
    expect(isTopicName(text)).toBe(true);
  });

  it.each(["", "#", "a/+", "a+", "a\0"])("no name %j", (text) => {
    expect(isTopicName(text)).toBe(false);
  });

  it("at most 65,535 bytes of UTF-8", () => {
    expect([32_767, 32_768].map((length) => isTopicName("é".repeat(length)))).toEqual([true, false]);
    expect([65_535, 65_536].map((length) => isTopicFilter("a".repeat(length)))).toEqual([true, false]);
  });
});
