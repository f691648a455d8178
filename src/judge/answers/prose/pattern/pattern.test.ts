import { proseRubric } from "../rubric";
import { read } from "../text/read";
import { ConditionError, parseCondition } from "./condition";
import { holds, parsePattern, PatternError } from "./pattern";

const { lexicon } = proseRubric();

function isIn(pattern: string, text: string): boolean {
  return holds(
    parsePattern(pattern),
    read(text, lexicon).tokens.filter(({ hasContent }) => hasContent),
  );
}

describe("a pattern", () => {
  it("wants its concepts in order", () => {
    expect(isIn("BROKER SEND", "Le broker envoie.")).toBe(true);
    expect(isIn("BROKER SEND", "On envoie au broker.")).toBe(false);
  });

  it("does not reach into the next sentence", () => {
    expect(isIn("BROKER SEND", "Voici le broker. On envoie.")).toBe(false);
    expect(isIn("BROKER & SEND", "Voici le broker. On envoie.")).toBe(false);
    expect(isIn("BROKER && SEND", "Voici le broker. On envoie.")).toBe(true);
    expect(isIn("PUBREC ... PUBREL", "D'abord PUBREC. Ensuite PUBREL.")).toBe(true);
  });

  it("keeps to one clause, or to sentences without something else", () => {
    expect(isIn("BROKER + SEND", "On envoie au broker.")).toBe(true);
    expect(isIn("BROKER + SEND", "On envoie, puis le broker.")).toBe(false);
    expect(isIn("BROKER & SEND / PUBACK", "Le broker envoie.")).toBe(true);
    expect(isIn("BROKER & SEND / PUBACK", "Le broker envoie un PUBACK.")).toBe(false);
    expect(isIn("SEND / PUBACK", "Un PUBACK. Il envoie.")).toBe(true);
  });

  it("asks for what is said, denied, or either", () => {
    expect(isIn("ACK", "Rien n'est acquitté.")).toBe(false);
    expect(isIn("-ACK", "Rien n'est acquitté.")).toBe(true);
    expect(isIn("~ACK", "Rien n'est acquitté.")).toBe(true);
  });

  it("takes very words", () => {
    expect(isIn("'frig*'", "collé sur le frigo")).toBe(true);
    expect(isIn("'nouvelle_session'", "Le client ouvre une nouvelle session.")).toBe(true);
  });

  it("is refused with the piece that cannot be read", () => {
    expect(() => parsePattern("BROKER sends")).toThrow(new PatternError("sends"));
  });
});

describe("a condition", () => {
  const holding = (names: string) => (name: string) => names.split("").includes(name);

  it.each([
    ["A & (B | C)", "AC", true],
    ["A & (B | C)", "A", false],
    ["A & !B", "AB", false],
    ["2 of A B C", "AC", true],
    ["2 of A B C", "C", false],
    ["(A & 2 of B C D) | E", "E", true],
  ])("%s of %s is %s", (source, names, expected) => {
    expect(parseCondition(source)(holding(names))).toBe(expected);
  });

  it.each(["A &", "A B", "(A", "A + B"])("%s is refused", (source) => {
    expect(() => parseCondition(source)).toThrow(ConditionError);
  });
});
