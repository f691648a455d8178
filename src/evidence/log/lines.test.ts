import fc from "fast-check";
import { Readable } from "node:stream";
import { lines, LineSplitter } from "./lines";
import { readLog } from "./summary";

/** The lines of bytes that come in chunks of that size. */
function split(text: string, size: number, splitter = new LineSplitter()): string[] {
  const bytes = Buffer.from(text);
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...splitter.push(bytes.subarray(at, at + size)));
  return [...found, ...splitter.end()];
}

describe("lines", () => {
  it("are the same however the bytes are cut", () => {
    const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 9 }),
        (all, end, size) => {
          expect(split(all.map((text) => text + end).join(""), size)).toEqual(all);
        },
      ),
    );
  });

  it("include a last one without an end", () => {
    expect(split("a\nb", 100)).toEqual(["a", "b"]);
    expect(split("a\nb\r", 1)).toEqual(["a", "b"]);
  });

  it.each([1, 3, 7, 100])("are cut when too long, once and counted, in chunks of %d", (size) => {
    const splitter = new LineSplitter(10);
    expect(split(`short\n${"x".repeat(50)}\nnext\n${"y".repeat(50)}`, size, splitter)).toEqual([
      "short",
      "x".repeat(10),
      "next",
      "y".repeat(10),
    ]);
    expect(splitter.cut).toBe(2);
  });

  it("come one by one from a stream", async () => {
    const found: string[] = [];
    for await (const line of lines(Readable.from([Buffer.from("a\nb"), Buffer.from("c\n")])))
      found.push(line);
    expect(found).toEqual(["a", "bc"]);
  });
});

describe("a whole log", () => {
  it("is counted, and lines that are not understood are kept as examples", async () => {
    const log = [
      "1: Client a disconnected.",
      "1: Plugin x loaded.",
      "what is this",
      "",
      "x".repeat(70_000),
    ].join("\n");
    const seen: string[] = [];
    const summary = await readLog(Readable.from([Buffer.from(log)]), (line) => seen.push(line.interest));
    expect(seen).toEqual(["understood", "not-of-interest", "unknown", "not-of-interest", "unknown"]);
    expect(summary).toMatchObject({ understood: 1, notOfInterest: 2, unknown: 2, cut: 1, lines: 5 });
    expect(summary.examples[0]).toBe("what is this");
  });
});
