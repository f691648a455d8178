/** MQTT: the framer, the decoder, and the line that a packet gets in reports. */
import fc from "fast-check";
import { generate, type Packet } from "mqtt-packet";
import { decode } from "../../../src/evidence/wire/mqtt/decode";
import { Framer } from "../../../src/evidence/wire/mqtt/frames";
import { describe } from "../../../src/evidence/wire/mqtt/packet";
import { mutated, randomBytes, readSizes } from "../bytes";
import { cutBothWays, must, mustBePrintable } from "../checks";
import { target } from "../target";

const LEVELS = [3, 4, 5] as const;

const will = { topic: "a/will", payload: Buffer.from("gone"), qos: 1, retain: true } as const;
const properties = { userProperties: { a: ["b", "c"] }, reasonString: "é" };

/** Each type of packet, bare and full. */
const PACKETS: readonly Packet[] = [
  { cmd: "connect", clientId: "", clean: true, keepalive: 0 },
  { cmd: "connect", clientId: "c", username: "u", password: Buffer.from("p"), will, keepalive: 60 },
  {
    cmd: "connect",
    protocolVersion: 5,
    clientId: "c",
    will: { ...will, properties: { willDelayInterval: 9, contentType: "t" } },
    properties: { sessionExpiryInterval: 1, receiveMaximum: 2, authenticationMethod: "m" },
  },
  { cmd: "connack", returnCode: 0, sessionPresent: true },
  { cmd: "connack", returnCode: 0, sessionPresent: false },
  { cmd: "publish", topic: "t", payload: "", qos: 0, dup: false, retain: true },
  {
    cmd: "publish",
    topic: "maison/été/🌡",
    payload: Buffer.alloc(300, 7),
    qos: 2,
    dup: true,
    retain: false,
    messageId: 9,
  },
  { cmd: "puback", messageId: 1 },
  { cmd: "pubrec", messageId: 2 },
  { cmd: "pubrel", messageId: 3 },
  { cmd: "pubcomp", messageId: 65_535 },
  {
    cmd: "subscribe",
    messageId: 4,
    subscriptions: [
      { topic: "a/+", qos: 0 },
      { topic: "#", qos: 2 },
    ],
  },
  { cmd: "suback", messageId: 4, granted: [0, 1, 2, 128] },
  { cmd: "unsubscribe", messageId: 5, unsubscriptions: ["a", "$SYS/#"] },
  { cmd: "unsuback", messageId: 5 },
  { cmd: "pingreq" },
  { cmd: "pingresp" },
  { cmd: "disconnect" },
] as readonly Packet[];

/** What MQTT 5 adds. */
const PACKETS_5: readonly Packet[] = [
  {
    cmd: "connack",
    reasonCode: 0,
    sessionPresent: false,
    properties: { maximumQoS: 1, assignedClientIdentifier: "x", serverKeepAlive: 5, ...properties },
  },
  {
    cmd: "publish",
    topic: "t",
    payload: "p",
    qos: 1,
    dup: false,
    retain: false,
    messageId: 1,
    properties: { subscriptionIdentifier: 268_435_455, correlationData: Buffer.of(1) },
  },
  { cmd: "puback", messageId: 1, reasonCode: 16, properties },
  {
    cmd: "subscribe",
    messageId: 4,
    subscriptions: [{ topic: "a", qos: 1, nl: true, rh: 2 }],
    properties: { subscriptionIdentifier: 128 },
  },
  { cmd: "suback", messageId: 4, granted: [135], properties },
  { cmd: "unsubscribe", messageId: 5, unsubscriptions: ["a"], properties: { userProperties: { a: "b" } } },
  { cmd: "unsuback", messageId: 5, granted: [17], properties },
  { cmd: "disconnect", reasonCode: 142, properties },
  {
    cmd: "auth",
    reasonCode: 24,
    properties: { authenticationMethod: "m", authenticationData: Buffer.of(0) },
  },
] as readonly Packet[];

const REAL = [
  ...PACKETS.map((packet) => generate(packet)),
  ...PACKETS_5.map((packet) => generate(packet, { protocolVersion: 5 })),
];

/** The first bytes of a packet of 268,435,455 bytes, and of one whose length never ends. */
const HUGE = ["30ffffff7f", "10ffffff7f0004", "82ffffffff7f"].map((hex) => Buffer.from(hex, "hex"));

const piece = fc.oneof(
  { arbitrary: mutated(fc.constantFrom(...REAL)), weight: 6 },
  {
    arbitrary: fc.tuple(fc.nat(255), randomBytes(60)).map(([first, body]) => framed(first, body)),
    weight: 2,
  },
  { arbitrary: randomBytes(60), weight: 1 },
  { arbitrary: fc.constantFrom(...HUGE), weight: 1 },
);

/** A packet that is framed as it should be, whatever is in it. */
function framed(first: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(first, body.length), body]);
}

const inputs = fc.record({
  stream: fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => Buffer.concat(pieces)),
  sizes: readSizes,
});

export const mqtt = target("MQTT packets", 45, inputs, ({ stream, sizes }) => {
  const packets = cutBothWays(
    stream,
    sizes,
    () => new Framer(),
    (framer, chunk) => {
      const { packets: pieces, ...rest } = framer.push(chunk);
      return { pieces, ...rest };
    },
  );
  for (const raw of packets) {
    for (const level of LEVELS) {
      const packet = decode(raw, level);
      must(packet.length === raw.length, `its length is told as ${packet.length}`);
      mustBePrintable(describe(packet));
    }
  }
});
