/** Bytes as they may come from anywhere: random ones, and real ones with defects. */
import fc from "fast-check";

export function randomBytes(maxLength: number): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ maxLength, size: "max" }).map((bytes) => Buffer.from(bytes));
}

/** One change to some bytes. Positions are taken modulo what is there. */
type Defect = (bytes: Buffer) => Buffer;

const place = fc.nat(0xffff);
const few = fc.integer({ min: 1, max: 40 });

const defect: fc.Arbitrary<Defect> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(
    ([at, value]) =>
      (bytes: Buffer) =>
        spliced(bytes, at, 1, Buffer.of(value)),
  ),
  fc.tuple(place, fc.nat(7)).map(([at, bit]) => (bytes: Buffer) => {
    const value = bytes[at % (bytes.length || 1)] ?? 0;
    return spliced(bytes, at, 1, Buffer.of(value ^ (1 << bit)));
  }),
  fc.tuple(place, few).map(
    ([at, count]) =>
      (bytes: Buffer) =>
        spliced(bytes, at, count),
  ),
  fc.tuple(place, randomBytes(40)).map(
    ([at, more]) =>
      (bytes: Buffer) =>
        spliced(bytes, at, 0, more),
  ),
  // A length field that promises more than any packet has.
  fc.tuple(place, few).map(
    ([at, count]) =>
      (bytes: Buffer) =>
        spliced(bytes, at, count % 5, FULL.subarray(0, count % 5)),
  ),
  fc.tuple(place, few).map(([at, count]) => (bytes: Buffer) => {
    const start = at % (bytes.length || 1);
    return spliced(bytes, at, 0, bytes.subarray(start, start + count));
  }),
  place.map((at) => (bytes: Buffer) => bytes.subarray(0, at % (bytes.length + 1))),
);

const FULL = Buffer.alloc(4, 0xff);
const NOTHING = Buffer.alloc(0);

function spliced(bytes: Buffer, at: number, count: number, instead: Uint8Array = NOTHING): Buffer {
  const start = at % (bytes.length || 1);
  return Buffer.concat([bytes.subarray(0, start), instead, bytes.subarray(start + count)]);
}

/** Real bytes with up to four defects; some have none. */
export function mutated(real: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  return fc
    .tuple(real, fc.array(defect, { maxLength: 4 }))
    .map(([bytes, defects]) => defects.reduce((changed, change) => change(changed), bytes));
}

/** Sizes of the reads in which a stream comes, over and over. */
export const readSizes = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 64 }),
    fc.integer({ min: 1, max: 3000 }),
  ),
  { minLength: 1, maxLength: 6 },
);

/** The stream in reads of those sizes. */
export function* reads(stream: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let offset = 0, i = 0; offset < stream.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield stream.subarray(offset, offset + size);
    offset += size;
  }
}
