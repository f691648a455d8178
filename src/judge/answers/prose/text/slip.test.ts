import fc from "fast-check";
import { isOneSlipFrom } from "./slip";

const LETTERS = "abc".split("");
const word = (minLength: number) => fc.string({ unit: fc.constantFrom(...LETTERS), minLength, maxLength: 8 });

/** A word, and whatever one slip makes of it. */
function slipsOf(stem: string): ReadonlySet<string> {
  const slips = new Set([stem]);
  for (let at = 0; at <= stem.length; at++) {
    const [before, after] = [stem.slice(0, at), stem.slice(at)];
    slips.add(before + after.slice(1));
    for (const letter of LETTERS) slips.add(before + letter + after).add(before + letter + after.slice(1));
    if (after.length > 1) slips.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  return slips;
}

it("one letter more, less, another or two swapped is one slip, but for the first letter", () => {
  fc.assert(
    fc.property(word(6), word(0), fc.nat(), (stem, other, n) => {
      const slips = [...slipsOf(stem)];
      for (const written of [other, slips[n % slips.length] ?? ""]) {
        const isSlip = written.startsWith(stem.charAt(0)) && slipsOf(stem).has(written);
        expect([written, isOneSlipFrom(written, stem, false)]).toEqual([written, isSlip]);
      }
    }),
  );
});

it.each([
  ["abonement", "abonne", true, true],
  ["abonement", "abonne", false, false],
  ["abnonements", "abonne", true, true],
  ["abement", "abonne", true, false],
  ["perte", "perte", false, false],
])("%s is meant by %s (any ending: %s): %s", (written, stem, open, isMeant) => {
  expect(isOneSlipFrom(written, stem, open)).toBe(isMeant);
});
