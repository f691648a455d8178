import fc from "fast-check";
import { generate, type Packet as Written } from "mqtt-packet";
import { decode } from "./decode";
import type { Level } from "./packet";

/** A second implementation writes the packets that this one reads. */
const written = (packet: Written, level: Level = 4) =>
  decode(generate(packet, { protocolVersion: level }), level);

const topic = fc
  .string({ minLength: 1, maxLength: 40, unit: "grapheme" })
  .filter((text) => !/[+#\0]/.test(text));
const packetId = fc.integer({ min: 1, max: 65_535 });
const qos = fc.constantFrom(0, 1, 2);

describe("decode", () => {
  it("reads every PUBLISH that mqtt-packet writes", () => {
    fc.assert(
      fc.property(
        topic,
        packetId,
        qos,
        fc.boolean(),
        fc.boolean(),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(3, 4, 5),
        (name, id, q, dup, retain, bytes, level) => {
          const payload = Buffer.from(bytes);
          const packet: Written = {
            cmd: "publish",
            topic: name,
            payload,
            qos: q,
            dup: dup && q > 0,
            retain,
            messageId: id,
          };
          expect(written(packet, level)).toMatchObject({
            type: "PUBLISH",
            topic: name,
            payload,
            qos: q,
            dup: dup && q > 0,
            retain,
            ...(q > 0 ? { packetId: id } : {}),
          });
        },
      ),
    );
  });

  it("reads every SUBSCRIBE and SUBACK", () => {
    fc.assert(
      fc.property(
        packetId,
        fc.array(fc.tuple(topic, qos), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(4, 5),
        (id, wanted, level) => {
          const subscriptions = wanted.map(([filter, q]) => ({ topic: filter, qos: q }));
          expect(written({ cmd: "subscribe", messageId: id, subscriptions }, level as Level)).toMatchObject({
            type: "SUBSCRIBE",
            packetId: id,
            filters: wanted.map(([filter, q]) => ({ filter, qos: q })),
          });
          const granted = wanted.map(([, q]) => q);
          expect(written({ cmd: "suback", messageId: id, granted }, level as Level)).toMatchObject({
            type: "SUBACK",
            packetId: id,
            codes: granted,
          });
        },
      ),
    );
  });

  it("reads CONNECT with will and login", () => {
    const will = { topic: "w", payload: Buffer.from("gone"), qos: 1 as const, retain: true };
    const packet = written({
      cmd: "connect",
      clientId: "c",
      clean: false,
      keepalive: 7,
      username: "u",
      password: Buffer.from("p"),
      will,
    });
    expect(packet).toMatchObject({
      type: "CONNECT",
      level: 4,
      protocolName: "MQTT",
      cleanSession: false,
      keepAlive: 7,
      clientId: "c",
      username: "u",
      hasPassword: true,
      will,
    });
  });

  it("reads the limits in a CONNACK of MQTT 5", () => {
    const properties = {
      maximumQoS: 1,
      retainAvailable: false,
      maximumPacketSize: 50,
      wildcardSubscriptionAvailable: false,
    };
    expect(written({ cmd: "connack", sessionPresent: true, reasonCode: 0, properties }, 5)).toMatchObject({
      type: "CONNACK",
      sessionPresent: true,
      code: 0,
      properties: { maximumQoS: 1, retainAvailable: false, maximumPacketSize: 50, wildcardAvailable: false },
    });
  });

  it.each([
    ["40 02 01 38", { type: "PUBACK", packetId: 312, flags: 0 }],
    ["62 02 01 38", { type: "PUBREL", packetId: 312, flags: 2 }],
    ["c1 00", { type: "PINGREQ", flags: 1 }],
    ["20 03 00 84 00", { type: "CONNACK", code: 132 }],
    ["30 05 00 03 61 2f 62", { type: "PUBLISH", topic: "a/b", qos: 0 }],
    ["40 01 01", { type: "MALFORMED" }],
    ["40 04 01 38 10 ff", { type: "MALFORMED" }],
    ["00 00", { type: "MALFORMED" }],
    ["30 04 00 02 c3 28", { type: "MALFORMED", why: "topic name is not UTF-8" }],
  ])("reads %s as it stands", (hex, packet) => {
    expect(decode(Buffer.from(hex.replaceAll(" ", ""), "hex"), 4)).toMatchObject(packet);
  });

  it("keeps a byte order mark in a topic (MQTT-1.5.3-3)", () => {
    expect(decode(Buffer.from("300600 04efbbbf61".replace(" ", ""), "hex"), 4)).toMatchObject({
      topic: "\uFEFFa",
    });
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 2, maxLength: 200 }),
        fc.constantFrom(3, 4, 5),
        (bytes, level) => {
          expect(typeof decode(Buffer.from(bytes), level).type).toBe("string");
        },
      ),
      { numRuns: 2000 },
    );
  });
});
