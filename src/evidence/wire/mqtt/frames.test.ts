import fc from "fast-check";
import { generate } from "mqtt-packet";
import { Framer } from "./frames";

const packets = fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 12 }).map((payloads) =>
  payloads.map((payload) =>
    generate({
      cmd: "publish",
      topic: "t",
      payload: Buffer.from(payload),
      qos: 0,
      dup: false,
      retain: false,
    }),
  ),
);

describe("Framer", () => {
  it("finds the same packets wherever the reads cut the stream", () => {
    fc.assert(
      fc.property(packets, fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1 }), (sent, sizes) => {
        const stream = Buffer.concat(sent);
        const framer = new Framer();
        const found: Buffer[] = [];
        for (let offset = 0, i = 0; offset < stream.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          found.push(
            ...framer
              .push(stream.subarray(offset, offset + size))
              .packets.map((packet) => Buffer.from(packet)),
          );
          offset += size;
        }
        expect(found).toEqual(sent);
        expect(framer.pending).toBe(0);
      }),
    );
  });

  it("counts what is not complete yet", () => {
    const framer = new Framer();
    expect(framer.push(Buffer.from("300500", "hex"))).toEqual({ packets: [] });
    expect(framer.pending).toBe(3);
  });

  it("gives up on a remaining length of five bytes and hands over what follows", () => {
    const bytes = Buffer.from("c00030ffffffffff", "hex");
    const { packets: found, unframed } = new Framer().push(bytes);
    expect(found).toEqual([Buffer.from("c000", "hex")]);
    expect(unframed).toEqual(bytes.subarray(2));
  });

  it("takes a large packet that comes in small reads in linear time", () => {
    const packet = generate({
      cmd: "publish",
      topic: "t",
      payload: Buffer.alloc(2_000_000),
      qos: 0,
      dup: false,
      retain: false,
    });
    const framer = new Framer();
    let found = 0;
    for (let offset = 0; offset < packet.length; offset += 100)
      found += framer.push(packet.subarray(offset, offset + 100)).packets.length;
    expect(found).toBe(1);
  });
});
