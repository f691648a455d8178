import fc from "fast-check";
import { endless, soundsOf } from "./sound";

const words = fc.array(
  fc.string({ unit: fc.constantFrom(..."aeiouchmnptqsk".split("")), minLength: 1, maxLength: 9 }),
  { minLength: 1 },
);

it.each([
  ["qualite", "calitee"],
  ["paquet", "pakket"],
  ["message", "mesaje"],
  ["reception", "resepsion"],
  ["phase", "fase"],
])("%s sounds like %s, but for its ending", (one, other) => {
  expect(endless(soundsOf([one]))).toEqual(endless(soundsOf([other])));
});

it.each([
  ["garde", "carte"],
  ["envoi", "recoit"],
])("%s does not sound like %s", (one, other) => {
  expect(endless(soundsOf([one]))).not.toEqual(endless(soundsOf([other])));
});

it("a word sounds the same whatever stands beside it", () => {
  fc.assert(
    fc.property(words, (list) => {
      expect(soundsOf(list)).toEqual(list.flatMap((word) => soundsOf([word])));
      expect(endless(list)).toEqual(list.flatMap((word) => endless([word])));
    }),
  );
});
