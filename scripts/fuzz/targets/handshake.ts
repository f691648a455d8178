/** TLS handshakes, put together from records and read. */
import fc from "fast-check";
import { alertOf } from "../../../src/evidence/wire/tls/alert";
import { handshakeMessages, type FromSide } from "../../../src/evidence/wire/tls/handshake";
import { HANDSHAKE, RECORD_HEADER } from "../../../src/evidence/wire/tls/records";
import { mutated, randomBytes, reads, readSizes } from "../bytes";
import { must, mustBePrintable } from "../checks";
import { target } from "../target";
import { CONNECTIONS } from "./recorded";

const side = fc.constantFrom("client" as const, "broker" as const);

/** Messages whose own header is as it should be, whatever is in them; some promise more than comes. */
const message = fc
  .tuple(fc.constantFrom(1, 2, 11, 4, 12), randomBytes(120), fc.constantFrom(0, 0, 0, 5, 0xff_0000))
  .map(([type, body, more]) => {
    const header = Buffer.alloc(4);
    header.writeUInt32BE(type * 0x100_0000 + body.length + more);
    return Buffer.concat([header, body]);
  });

const madeUp: fc.Arbitrary<FromSide> = fc
  .tuple(side, fc.constantFrom(HANDSHAKE, HANDSHAKE, 20, 21, 23), fc.oneof(message, randomBytes(80)))
  .map(([from, type, body]) => ({ from, raw: record(type, body) }));

/** One record in another's place: nothing, one out of nowhere, or a real one with defects. */
const change = fc.record({
  at: fc.nat(99),
  instead: fc.oneof<fc.Arbitrary<readonly (FromSide | Buffer)[]>[]>(
    fc.constant([]),
    fc.array(madeUp, { minLength: 1, maxLength: 2 }),
    mutated(fc.constantFrom(...CONNECTIONS.flat().map(({ raw }) => raw))).map((raw) => [raw]),
  ),
});

/** A real connection with defects in some records, some lost, and some out of nowhere. */
const connection = fc
  .tuple(fc.constantFrom(...CONNECTIONS), fc.array(change, { maxLength: 4 }))
  .map(([real, changes]) => {
    const records = real.slice(0, FLIGHTS);
    return changes.reduce<readonly FromSide[]>((all, { at, instead }) => {
      const place = at % (all.length || 1);
      const from = all[place]?.from ?? "client";
      const put = instead.map((one) => (Buffer.isBuffer(one) ? { from, raw: one } : one));
      return all.toSpliced(place, 1, ...put);
    }, records);
  });

/** Records of a connection until both sides encrypt. */
const FLIGHTS = 13;

function record(type: number, body: Buffer): Buffer {
  const header = Buffer.from([type, 3, 3, 0, 0]);
  header.writeUInt16BE(body.length, 3);
  return Buffer.concat([header, body]);
}

const inputs = fc.record({ records: connection, sizes: readSizes });

export const handshake = target("TLS handshakes", 18, inputs, ({ records, sizes }) => {
  const messages = handshakeMessages(records);
  for (const { record: of, raw, name, malformed = "" } of messages) {
    must(records.includes(of), "a message with a record that was never seen");
    must(raw.length >= 4, "a message without its header");
    mustBePrintable(name + malformed);
  }
  for (const { raw } of records) alertOf(raw);
  const fragmented = handshakeMessages(records.flatMap((one) => fragments(one, sizes)));
  must(
    messages.length === fragmented.length &&
      messages.every((one, i) => one.raw.equals(fragmented[i]?.raw ?? Buffer.alloc(0))),
    "other messages when the fragments are others",
  );
});

/** The same handshake record in several. */
function fragments({ from, raw }: FromSide, sizes: readonly number[]): readonly FromSide[] {
  if (raw[0] !== HANDSHAKE) return [{ from, raw }];
  return [...reads(raw.subarray(RECORD_HEADER), sizes)].map((body) => ({
    from,
    raw: record(HANDSHAKE, body),
  }));
}
