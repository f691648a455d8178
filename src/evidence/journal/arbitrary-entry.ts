/** Journal entries for property tests and for the fuzzer. */
import fc from "fast-check";
import { decode } from "../wire/mqtt/decode";
import type { Level } from "../wire/mqtt/packet";
import type { Entry } from "./entry";
import { anyText } from "../../words/testing/any-text";

export const RUN: Entry = {
  at: 0,
  source: "run",
  run: "abc1234",
  startedAt: "2026-11-23T09:10:18.091Z",
  tool: { name: "tp-mqtt", version: "0.1.0" },
  target: { kind: "native", address: "h:1", logSource: "none", capabilities: [], why: { en: "a", fr: "b" } },
};

const bytes = (max = 40) => fc.uint8Array({ maxLength: max }).map((array) => Buffer.from(array));
const at = fc.double({ min: 0, max: 1e7, noNaN: true }).map(Math.abs);
const text = anyText({ maxLength: 20 });
const side = fc.constantFrom("client" as const, "broker" as const);
const wire = { at, source: fc.constant("wire" as const), exercise: text, role: text, connection: fc.nat() };

/** Bytes that decode, and bytes that do not: both must come back as the packet that they are. */
const packet = fc
  .record({
    ...wire,
    event: fc.constant("packet" as const),
    from: side,
    level: fc.constantFrom<Level>(3, 4, 5),
  })
  .chain((entry) =>
    fc.tuple(fc.nat(255), bytes(100)).map(([first, rest]) => {
      const raw = Buffer.concat([Buffer.from([first, rest.length]), rest]);
      return { ...entry, raw, packet: decode(raw, entry.level) };
    }),
  );

const tls = { ...wire, source: fc.constant("tls" as const) };

/** Any entry but the run's. */
export const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ ...tls, event: fc.constant("record" as const), from: side, raw: bytes() }),
  fc.record({
    ...tls,
    event: fc.constant("established" as const),
    version: text,
    cipher: text,
    name: text,
    certificate: bytes(),
  }),
  fc.record(
    { ...tls, event: fc.constant("refused" as const), code: text, text, certificate: bytes() },
    { requiredKeys: ["at", "source", "exercise", "role", "connection", "event", "code", "text"] },
  ),
  fc.record({ ...tls, event: fc.constant("secret" as const), text }),
  fc.record({
    at,
    source: fc.constant("capture" as const),
    exercise: text,
    filter: text,
    decrypted: fc.boolean(),
    tshark: text,
    frames: fc.array(fc.nat()),
  }),
  packet,
  fc.record({ ...wire, event: fc.constant("bytes" as const), from: side, raw: bytes() }),
  fc.record({ ...wire, event: fc.constant("opened" as const), port: fc.nat(65535) }),
  fc.record({
    ...wire,
    event: fc.constant("closed" as const),
    by: fc.constantFrom("client" as const, "broker" as const, "tap" as const),
    how: fc.constantFrom("fin" as const, "reset" as const),
  }),
  fc.record({ ...wire, event: fc.constant("refused" as const), why: text }),
  fc.record(
    {
      at,
      source: fc.constant("ssh" as const),
      exercise: text,
      role: text,
      event: fc.constant("output" as const),
      text,
      unfinished: fc.constant(true as const),
    },
    { requiredKeys: ["at", "source", "exercise", "role", "event", "text"] },
  ),
  fc.record({ at, source: fc.constant("log" as const), text, by: fc.constant("broker" as const) }),
  fc.record({
    at,
    source: fc.constant("message" as const),
    exercise: text,
    role: text,
    topic: text,
    payload: bytes(),
    qos: fc.nat(2),
    retain: fc.boolean(),
    dup: fc.boolean(),
  }),
  fc.record({
    at,
    source: fc.constant("play" as const),
    exercise: text,
    event: fc.constant("mark" as const),
    name: text,
    data: fc
      .jsonValue({ noUnicodeString: false })
      .map((value) => JSON.parse(JSON.stringify(value)) as unknown),
  }),
);
