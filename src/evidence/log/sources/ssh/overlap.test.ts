import fc from "fast-check";
import { Overlap } from "./overlap";

const packet = (second: number, n: number) =>
  `${1_763_880_000 + second}: Received PUBLISH from c${n} (d0, q0, r0, m0, 't', ... (1 bytes))`;
const ping = (second: number) => [
  `${1_763_880_000 + second}: Received PINGREQ from c`,
  `${1_763_880_000 + second}: Sending PINGRESP to c`,
];
const many = (from: number, to: number, rate = 10) =>
  Array.from({ length: to - from }, (_, i) => packet(Math.floor((from + i) / rate), from + i));

/** What is given of `before`, a loss, and `after`, each line by itself. */
function across(before: readonly string[], after: readonly string[]) {
  const overlap = new Overlap();
  overlap.push(before);
  overlap.interrupt();
  const pieces = after.map((line) => overlap.push([line]));
  return { lines: pieces.flatMap(({ lines }) => lines), gap: pieces.some(({ gap }) => gap) };
}

describe("a log that begins again after a loss", () => {
  it("gives lines as they come while nothing is lost", () => {
    expect(new Overlap().push(["a", ...many(0, 3), "a"])).toEqual({
      lines: ["a", ...many(0, 3), "a"],
      gap: false,
    });
  });

  it("goes on where it was, when all comes again", () => {
    expect(across(many(0, 1000), many(0, 1500))).toEqual({ lines: many(1000, 1500), gap: false });
  });

  it("goes on where it was, when the last lines come again", () => {
    expect(across(many(0, 1000), many(995, 1010))).toEqual({ lines: many(1000, 1010), gap: false });
  });

  it("says that lines may be missing when only new ones come", () => {
    expect(across(many(0, 1000), many(1000, 1010))).toEqual({ lines: many(1000, 1010), gap: true });
  });

  it("says so when the last lines do not reach back far enough", () => {
    expect(across(many(0, 100), many(110, 130))).toEqual({ lines: many(110, 130), gap: true });
  });

  it("keeps lines that repeat within a second", () => {
    const before = [...many(0, 30), ...ping(3), ...ping(3)];
    const news = [...ping(3), ...ping(3), ...ping(4)];
    expect(across(before, [...before, ...news])).toEqual({ lines: news, gap: false });
  });

  it("is not certain of lines that may as well be new ones", () => {
    const { lines, gap } = across([...many(0, 30), ...ping(3)], [...ping(3), ...ping(4)]);
    expect([lines, gap]).toEqual([ping(4), true]);
  });

  it("takes greetings for no lines of the log, though they differ each time", () => {
    const before = ["Welcome 1", "Last login: Mon Nov 23 11:00:00 2026 from 10.0.0.1", ...many(0, 50)];
    const after = ["Welcome 2", "Last login: Mon Nov 23 11:05:00 2026 from 10.0.0.1", ...many(0, 60)];
    expect(across(before, after)).toEqual({ lines: many(50, 60), gap: false });
  });

  it("is not certain when nothing had come before the loss", () => {
    expect(across([], many(0, 3))).toEqual({ lines: many(0, 3), gap: true });
  });

  it("finds its place when the log was rotated meanwhile", () => {
    expect(across(many(0, 5000), many(4000, 5010))).toEqual({ lines: many(5000, 5010), gap: false });
  });

  it("does not give old lines again that it no longer remembers", () => {
    const { lines, gap } = across(many(0, 120_000), many(0, 120_010));
    expect([lines, gap]).toEqual([many(120_000, 120_010), false]);
  });

  it("gives old lines no second time when their order has changed, and is not certain then", () => {
    const before = many(0, 20);
    const shuffled = [...before.slice(0, 18), packet(1, 19), packet(1, 18)];
    expect(across(before, [...shuffled, ...many(20, 25)])).toEqual({ lines: many(20, 25), gap: true });
  });

  it("loses and doubles nothing, wherever it is cut and however much comes again", () => {
    const line = fc.oneof(
      fc.constantFrom(...ping(0)),
      fc.integer({ min: 0, max: 40 }).map((n) => packet(0, n)),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 4 }), fc.nat(), fc.nat(), (body, cutAt, again) => {
        // The seconds pass, two lines each.
        const all = body.map((text, i) => text.replace(/^\d+/, String(1_763_880_000 + Math.floor(i / 2))));
        const end = packet(1_000_000, 1);
        const cut = 1 + (cutAt % all.length);
        const from = again % (cut + 1);
        const { lines, gap } = across(all.slice(0, cut), [...all.slice(from), end]);
        const expected = [...all.slice(cut), end];
        // Where it is not certain it says so, and gives nothing twice that came again whole.
        expect(gap ? expected : lines).toEqual(expected);
      }),
    );
  });
});
