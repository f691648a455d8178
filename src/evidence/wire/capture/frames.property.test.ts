import fc from "fast-check";
import { entry } from "../../journal/arbitrary-entry";
import { framesOf, type Frame } from "./frames";
import { pcapng } from "./pcapng";

const HEAD = { application: "tp-mqtt 1.2.3", comment: "", startedAt: 0, lang: "fr" } as const;

/** Bytes of the blocks that a capture consists of; throws where they do not follow on one another. */
function blocks(capture: Buffer): number[] {
  const lengths: number[] = [];
  for (let at = 0; at < capture.length; at += lengths.at(-1) ?? 0) {
    const length = capture.readUInt32LE(at + 4);
    if (length % 4 !== 0 || capture.readUInt32LE(at + length - 4) !== length)
      throw new Error(`block at ${at}`);
    lengths.push(length);
  }
  return lengths;
}

const bytesOf = (frames: readonly Frame[]) => Buffer.concat(frames.map(({ segment }) => segment.payload));

test("whatever a journal holds, each entry with bytes ends with one frame, and no byte is lost or made up", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
      const frames = framesOf(entries);
      const carried = frames.flatMap((frame) => frame.entry ?? []);
      expect(bytesOf(frames)).toEqual(Buffer.concat(carried.map(({ raw }) => raw)));
      expect(frames.map(({ number }) => number)).toEqual(frames.map((_, i) => i + 1));
      // A section header and an interface come first.
      expect(blocks(Buffer.concat([...pcapng(frames, HEAD)]))).toHaveLength(frames.length + 2);
    }),
  );
});
