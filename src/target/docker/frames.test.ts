import fc from "fast-check";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { FrameReader } from "./frames";

const [OUT, ERR] = [1, 2];

function frame(output: number, content: string): Buffer {
  const payload = Buffer.from(content);
  const header = Buffer.alloc(8);
  header.writeUInt8(output, 0);
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

/** What the reader gives for frames that come in chunks of that size. */
function read(frames: readonly Buffer[], size: number): Promise<string> {
  const bytes = Buffer.concat(frames);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  return text(Readable.from(chunks).pipe(new FrameReader()));
}

test.each([1, 3, 8, 1000])("frames are taken apart, in chunks of %d", async (size) => {
  expect(await read([frame(OUT, "one\n"), frame(ERR, "two\n"), frame(OUT, "")], size)).toBe("one\ntwo\n");
});

test("a line of one output is not torn by the other, and the last need not end", async () => {
  const frames = [
    frame(OUT, "a be"),
    frame(ERR, "err\nhalf"),
    frame(OUT, "ginning\nan"),
    frame(ERR, " line\n"),
  ];
  expect(await read(frames, 5)).toBe("err\na beginning\nhalf line\nan");
});

test("a line without end is not gathered for ever", async () => {
  const long = "x".repeat(40_000);
  expect((await read([frame(OUT, long), frame(OUT, long), frame(ERR, "e\n")], 10_000)).length).toBe(80_002);
});

test("whatever the chunks, each output's text comes whole and in order", async () => {
  const piece = fc.tuple(fc.constantFrom(OUT, ERR), fc.stringMatching(/^[a-z]{0,6}\n?$/));
  await fc.assert(
    fc.asyncProperty(fc.array(piece), fc.integer({ min: 1, max: 30 }), async (pieces, size) => {
      const mark = (output: number, content: string) => (output === ERR ? content.toUpperCase() : content);
      const got = await read(
        pieces.map(([output, content]) => frame(output, mark(output, content))),
        size,
      );
      for (const output of [OUT, ERR]) {
        const sent = pieces.filter(([of]) => of === output).map(([of, content]) => mark(of, content));
        const kept = got.replace(output === OUT ? /[A-Z]/g : /[a-z]/g, "").replaceAll("\n", "");
        expect(kept).toBe(sent.join("").replaceAll("\n", ""));
      }
    }),
  );
});
