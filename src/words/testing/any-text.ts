import fc from "fast-check";

const SURROGATES = { from: 0xd800, count: 0x800 };
const LAST_CODE_POINT = 0x10ffff;

const character = fc.integer({ min: 0, max: LAST_CODE_POINT - SURROGATES.count }).map((number) => {
  const codePoint = number < SURROGATES.from ? number : number + SURROGATES.count;
  return String.fromCodePoint(codePoint);
});

/** What an object has without having been given it. */
const INHERITED = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"];

/**
 * Any text at all, of whole characters. fast-check's own strings of the unit "binary" are as good, and take a second to
 * prepare in each file of tests.
 */
export function anyText({ maxLength }: { maxLength?: number } = {}): fc.Arbitrary<string> {
  const pieces = fc.array(
    fc.oneof(
      { weight: 20, arbitrary: character },
      { weight: 10, arbitrary: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)) },
    ),
    maxLength === undefined ? {} : { maxLength },
  );
  return fc.oneof(
    { weight: 20, arbitrary: pieces.map((all) => all.join("")) },
    { weight: 1, arbitrary: fc.constantFrom(...INHERITED).map((name) => name.slice(0, maxLength)) },
  );
}
