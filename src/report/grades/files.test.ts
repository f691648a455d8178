import fc from "fast-check";
import { studentFile } from "./files";
import { hostile } from "./testing/hostile";

test.each(["Léa Martin_900110_assignsubmission_file", "حسن بن علي", "a.b-c"])(
  "%s is its own file name",
  (id) => {
    expect(studentFile(id)).toBe(`students/${id}.html`);
  },
);

test.each(["../../etc/passwd", "..", ".", "a/b", "a\\b", "", "con:", "a\u0000b", "a."])(
  "%j stays in its folder",
  (id) => {
    expect(studentFile(id)).toMatch(/^students\/[^/\\:\0.][^/\\:\0]*\.html$/);
  },
);

test("no two submissions share a file, and no name is too long for one", () => {
  fc.assert(
    fc.property(hostile, hostile, fc.nat({ max: 60 }), (one, other, times) => {
      const long = other.repeat(times + 1);
      expect(studentFile(one) === studentFile(long)).toBe(one === long);
      expect(Buffer.byteLength(studentFile(long))).toBeLessThan(240);
    }),
  );
});
