import fc from "fast-check";
import { bounded } from "./bounded";
import { linesOf, linkPart, markup } from "./markup";
import { elementsOf, textOf } from "../testing/dom";
import { hostile } from "../testing/hostile";

test("what is put into a template stays text, in elements and in attributes", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const made = markup`<p class="${text}">${text}</p><pre>${linesOf(text)}</pre><a href="#${linkPart(text)}">${1}</a>`;
      const inBody = elementsOf(made.markup).map(({ tagName, attrs }) => [tagName, attrs.length]);
      expect(inBody).toEqual([
        ["html", 0],
        ["head", 0],
        ["body", 0],
        ["p", 1],
        ["pre", 0],
        ["a", 1],
      ]);
    }),
  );
});

test("markup within markup is not escaped again", () => {
  const items = ["a & b", "c"].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${items}</ul>`.markup).toBe("<ul><li>a &amp; b</li><li>c</li></ul>");
});

test("lines stay lines, and what is hidden can be seen", () => {
  const { markup: text } = linesOf("a\r\n\tb\u202e\n\u001b[31mc\u0000");
  expect(text).toBe("a\n  b\\u202e\nc\\x00");
  expect(elementsOf(`<pre>${text}</pre>`).map(textOf).at(-1)).toBe(text);
});

describe("a text that is too long", () => {
  test.each([
    ["abcdef", 4, Infinity, "abcd…"],
    ["abcd", 4, Infinity, "abcd"],
    ["a\nb\nc", 99, 2, "a\nb\n…"],
    ["first\nsecond", 8, 9, "first\n…"],
    ["a\nb\n", 99, 2, "a\nb\n"],
    ["ab\ud83d\ude00", 3, Infinity, "ab…"],
  ])("%j in %d characters and %d lines is %j", (text, length, lines, shown) => {
    expect(bounded(text, length, lines)).toBe(shown);
  });
});
