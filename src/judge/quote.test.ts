import type { Entry } from "../evidence/journal/entry";
import { quote } from "./quote";

const play = (fields: object) => ({ at: 1.26, source: "play", exercise: "9-x", ...fields }) as Entry;

describe("what is quoted is in the language of the report", () => {
  const why = { en: "waited in vain for SUBACK m1", fr: "attendu en vain : SUBACK m1" };

  test.each([
    [play({ event: "began" }), "the exercise begins", "l’exercice commence"],
    [
      play({ event: "stopped", text: why.en, data: why }),
      "the exercise stops here: waited in vain for SUBACK m1",
      "l’exercice s’arrête ici\u00a0: attendu en vain\u00a0: SUBACK m1",
    ],
    [play({ event: "stopped", text: "of an older run" }), /: of an older run$/, /\u00a0: of an older run$/],
    [play({ event: "mark", name: "still-answers" }), "the broker still answers", "le broker répond toujours"],
    [play({ event: "mark", name: "lag", data: 3 }), "step “lag”", "étape «\u00a0lag\u00a0»"],
  ])("%j", (entry, en, fr) => {
    expect(quote(entry, "en")).toEqual({
      at: 1.3,
      source: "play",
      text: expect.stringMatching(en) as string,
    });
    expect(quote(entry, "fr").text).toEqual(expect.stringMatching(fr) as string);
  });
});

test("what the tap intercepted, and what it closed, is said", () => {
  const wire = { at: 0, source: "wire", exercise: "9-x", role: "a", connection: 3 } as const;
  const pingresp = { type: "PINGRESP", flags: 0, length: 2 } as const;
  const packet = { ...wire, event: "packet", from: "broker", packet: pingresp, withheld: true } as const;
  expect(quote({ ...packet, raw: Buffer.alloc(0), level: 4 }, "fr").text).toBe(
    "a #3 ← PINGRESP [intercepté par tp-mqtt]",
  );
  expect(quote({ ...wire, event: "closed", by: "tap", how: "reset" }, "en").text).toBe(
    "a #3 TCP RST (tp-mqtt)",
  );
});
