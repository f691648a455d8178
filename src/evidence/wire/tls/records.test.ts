import fc from "fast-check";
import { looksLikeTls, RecordCutter } from "./records";

const record = (type: number, fragment: Uint8Array, minor = 3) => {
  const header = Buffer.from([type, 3, minor, 0, 0]);
  header.writeUInt16BE(fragment.length, 3);
  return Buffer.concat([header, fragment]);
};

const records = fc.array(
  fc
    .tuple(fc.integer({ min: 20, max: 24 }), fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 4 }))
    .map(([type, fragment, minor]) => record(type, fragment, minor)),
  { minLength: 1, maxLength: 10 },
);

function pushed(stream: Buffer, sizes: readonly number[]) {
  const cutter = new RecordCutter();
  const found: Buffer[] = [];
  const rest: Buffer[] = [];
  for (let offset = 0, i = 0; offset < stream.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    const { records: whole, unframed } = cutter.push(stream.subarray(offset, offset + size));
    found.push(...whole);
    if (unframed) rest.push(unframed);
    offset += size;
  }
  return { found, rest: Buffer.concat(rest), pending: cutter.pending };
}

describe("RecordCutter", () => {
  it("finds the same records wherever the reads cut the stream", () => {
    fc.assert(
      fc.property(records, fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1 }), (sent, sizes) => {
        expect(pushed(Buffer.concat(sent), sizes)).toEqual({
          found: sent,
          rest: Buffer.alloc(0),
          pending: 0,
        });
      }),
    );
  });

  it("counts what is not complete yet", () => {
    const cutter = new RecordCutter();
    expect(cutter.push(Buffer.from("1603010002aa", "hex"))).toEqual({ records: [] });
    expect(cutter.pending).toBe(6);
    expect(cutter.push(Buffer.from("bb", "hex")).records).toEqual([Buffer.from("1603010002aabb", "hex")]);
    expect(cutter.pending).toBe(0);
  });

  it("takes records of no bytes and of the greatest length", () => {
    const sent = [record(23, Buffer.alloc(0)), record(23, Buffer.alloc(2 ** 14 + 2048))];
    expect(pushed(Buffer.concat(sent), [1]).found).toEqual(sent);
  });

  const bad = {
    "a type that does not exist": "19030300010a",
    "another protocol": Buffer.from("HTTP/1.1 400").toString("hex"),
    "a version that does not exist": "16030500010a",
    "a length beyond what a record can have": "1703034801",
  };

  it.each(Object.entries(bad))("hands over everything from %s on", (_, hex) => {
    const good = record(22, Buffer.from("0e000000", "hex"));
    const rest = Buffer.concat([Buffer.from(hex, "hex"), good]);
    for (const size of [1, 3, 1000]) {
      expect(pushed(Buffer.concat([good, rest]), [size])).toEqual({ found: [good], rest, pending: 0 });
    }
  });

  it("says so at the first byte that cannot be", () => {
    expect(new RecordCutter().push(Buffer.from("H"))).toEqual({ records: [], unframed: Buffer.from("H") });
  });
});

describe("looksLikeTls", () => {
  const cases: [string, string, boolean | undefined][] = [
    ["nothing", "", undefined],
    ["one byte of a handshake", "16", undefined],
    ["two bytes of a handshake", "1603", undefined],
    ["ClientHello", "160301", true],
    ["an alert", "150303", true],
    ["application data", "170303", true],
    ["CONNECT", "10", false],
    ["CONNECT with forbidden flags", "160c", false],
    ["CONNECT with forbidden flags and a remaining length of 3", "160300", false],
    ["a heartbeat", "180303", false],
    ["HTTP", "474554", false],
  ];

  it.each(cases)("tells %s", (_, hex, expected) => {
    expect(looksLikeTls(Buffer.from(hex, "hex"))).toBe(expected);
  });
});
