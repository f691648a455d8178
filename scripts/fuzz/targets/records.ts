/** TLS records: the cutter, the choice between TLS and MQTT, and the line that a record gets in reports. */
import fc from "fast-check";
import { DirectionReader } from "../../../src/evidence/wire/direction";
import { describeRecord } from "../../../src/evidence/wire/tls/describe";
import { looksLikeTls, RecordCutter } from "../../../src/evidence/wire/tls/records";
import { mutated, randomBytes, readSizes } from "../bytes";
import { cutBothWays, must, mustBePrintable } from "../checks";
import { target } from "../target";
import { RECORDS } from "./recorded";

/** The first bytes of the longest records that there can be, and of one that is longer. */
const HUGE = ["1703034800", "1603014800", "17030348ff", "160303ffff"].map((hex) => Buffer.from(hex, "hex"));

const piece = fc.oneof(
  { arbitrary: mutated(fc.constantFrom(...RECORDS.map(({ raw }) => raw))), weight: 6 },
  {
    arbitrary: fc
      .tuple(fc.integer({ min: 19, max: 25 }), randomBytes(60))
      .map(([type, body]) => framed(type, body)),
    weight: 2,
  },
  { arbitrary: randomBytes(40), weight: 1 },
  { arbitrary: fc.constantFrom(...HUGE), weight: 1 },
);

/** A record that is framed as it should be, whatever is in it. */
function framed(type: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(type, 3, 3, 0, body.length), body]);
}

const inputs = fc.record({
  stream: fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => Buffer.concat(pieces)),
  sizes: readSizes,
});

export const records = target("TLS records", 25, inputs, ({ stream, sizes }) => {
  const found = cutBothWays(
    stream,
    sizes,
    () => new RecordCutter(),
    (cutter, chunk) => {
      const { records: pieces, ...rest } = cutter.push(chunk);
      return { pieces, ...rest };
    },
  );
  for (const raw of found) mustBePrintable(describeRecord(raw));
  mustTellOnce(stream);
  cutBothWays(
    stream,
    sizes,
    () => new DirectionReader(),
    (reader, chunk) => {
      const { packets, records: cut, ...rest } = reader.push(chunk);
      must(packets.length === 0 || cut.length === 0, "MQTT and TLS in one direction");
      return { pieces: [...packets, ...cut], ...rest };
    },
  );
});

/** What the first bytes have told, no later one takes back. */
function mustTellOnce(stream: Buffer): void {
  const told = [1, 2, 3, 4].map((length) => looksLikeTls(stream.subarray(0, length)));
  const first = told.find((one) => one !== undefined);
  must(
    told.every((one) => one === undefined || one === first),
    "TLS or not: it changes its mind",
  );
}
