import fc from "fast-check";
import { columns, cut, wrap } from "./layout";
import { markdown, printable, xmlText } from "./printable";

test("wrapping loses no word and keeps within the width", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zé]{1,30}$/), { minLength: 1 }),
      fc.integer({ min: 10, max: 60 }),
      (words, width) => {
        const lines = wrap(words.join(" "), width, "  ").split("\n");
        expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
      },
    ),
  );
});

test("a no-break space is not broken", () => {
  expect(wrap("aaaa b\u00a0: c", 7)).toBe("aaaa\nb\u00a0: c");
});

test("what is cut says so", () => {
  expect(cut("abcdef", 4)).toBe("abc…");
  expect(cut("abcd", 4)).toBe("abcd");
});

test.each([
  ["\u001b[2J\u001b[31mred\u001b[0m", "red"],
  ["a\nb", "a\\x0ab"],
  ["\u202eabc", "\\u202eabc"],
  ["\u009b31m", ""],
])("%j is shown as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("XML gets no character that it forbids", () => {
  expect(xmlText("a\ud800\uffff\u0000\nb")).toBe("a\\ud800\\uffff\\x00\nb");
});

test("Markdown is taken at its word", () => {
  expect(markdown("<img> a_b *c* | `d`")).toBe("&lt;img&gt; a\\_b \\*c\\* \\| \\`d\\`");
});
