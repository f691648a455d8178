import fc from "fast-check";
import type { Judged } from "../mark";
import { judgeChoice } from "./choice";
import { judgeCommands } from "./commands";
import { judgeFilter } from "./filter";
import { judgeSequence } from "./sequence";
import { answering, COMMON, CONTEXT } from "./testing/judge";
import { judgeValue } from "./value";
import { anyText } from "../../../words/testing/any-text";

const packets = { fact: "packets", exercise: "2.4-qos2", role: "publisher" } as const;
const counts = {
  fact: "counts",
  of: ["2.4-qos0", "2.4-qos1", "2.4-qos2"].map((exercise) => ({ exercise, role: "publisher" })),
} as const;
const protocol = { fact: "version", exercise: "3-connect-parameters", p: 2 } as const;
const topics = { fact: "topics", exercise: "6-house", role: "temperatures" } as const;
const options = { a: { en: "one", fr: "un" }, b: { en: "two", fr: "deux" } };

const JUDGES: Readonly<Record<string, (text: string) => Judged>> = {
  sequence: (text) =>
    judgeSequence(answering(text), { ...COMMON, id: "s", kind: "sequence", truth: packets }, CONTEXT),
  numbers: (text) =>
    judgeValue(
      answering(text),
      { ...COMMON, id: "n", kind: "value", reads: "numbers", truth: counts },
      CONTEXT,
    ),
  version: (text) =>
    judgeValue(
      answering(text),
      { ...COMMON, id: "v", kind: "value", reads: "version", truth: protocol },
      CONTEXT,
    ),
  choice: (text) =>
    judgeChoice(answering(text), { ...COMMON, id: "c", kind: "choice", options, right: "b" }, CONTEXT),
  filter: (text) =>
    judgeFilter(
      answering(text),
      { ...COMMON, id: "f", kind: "filter", truth: topics, called: options.a },
      CONTEXT,
    ),
  commands: (text) =>
    judgeCommands(
      answering("", text),
      { ...COMMON, id: "m", kind: "commands", wildcards: ["+", "#"] },
      CONTEXT,
    ),
};

/** Pieces that such answers are made of, so that chance gets past the first word. */
const PIECES = (
  "PUBLISH|PUBREC|PUBREQ|, |→| puis |pas de |1|2|4|QoS 0|QoS 2 : |3.1.1|p1 = |jamais|version |a|b|maison/|+/|#|temperature|" +
  "mosquitto_sub |mosquitto_pub |-t |-h |--topic=|'|\"|\\|`|$|$(|)|{a,b}|; | && | > x| # |\n|\r\n|« |PS C:\\> |.subscribe(|Received PUBLISH from a (d0, q0, r0, m0, 'x', ... (3 bytes))"
).split("|");

const answer = fc.oneof(
  anyText({ maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join("")),
);

describe.each(Object.entries(JUDGES))("whatever is written for a %s", (_, judge) => {
  it("is judged, twice the same, and what is said of it exists in both languages", () => {
    fc.assert(
      fc.property(answer, (text) => {
        const judged = judge(text);
        expect(judge(text)).toEqual(judged);
        expect(judged.share === null || (judged.share >= 0 && judged.share <= 1)).toBe(true);
        expect(judged.ungradable === undefined || judged.share === null).toBe(true);
        for (const { en, fr } of [...judged.reasons, ...judged.tells]) expect(en && fr).toBeTruthy();
        expect(judged.rules.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
