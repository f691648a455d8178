import type { Packet } from "mqtt-packet";
import { packetLine, printable } from "./packet-line";

const size = (bytes: number) => `(${bytes} bytes)`;

test.each<[Packet, string]>([
  [
    { cmd: "connect", clientId: "a", clean: false, keepalive: 5, username: "zoé" },
    "CONNECT (p2, c0, k5, u'zoé') a",
  ],
  [{ cmd: "connack", sessionPresent: true, returnCode: 0 }, "CONNACK (1, 0)"],
  [
    { cmd: "publish", dup: true, qos: 1, retain: true, messageId: 7, topic: "été", payload: "é" },
    "PUBLISH (d1, q1, r1, m7) 'été' (2 bytes)",
  ],
  [
    { cmd: "publish", dup: false, qos: 0, retain: false, topic: "a", payload: Buffer.alloc(0) },
    "PUBLISH (d0, q0, r0, m0) 'a' (0 bytes)",
  ],
  [
    {
      cmd: "subscribe",
      messageId: 1,
      subscriptions: [
        { topic: "a", qos: 0 },
        { topic: "b/#", qos: 2 },
      ],
    },
    "SUBSCRIBE (m1) 'a' q0, 'b/#' q2",
  ],
  [{ cmd: "suback", messageId: 1, granted: [0, 128] }, "SUBACK (m1) q0, 128"],
  [{ cmd: "pubrec", messageId: 9 }, "PUBREC (m9)"],
  [{ cmd: "pingreq" }, "PINGREQ"],
])("%j", (packet, line) => {
  expect(packetLine("→", packet, size)).toBe(`→ ${line}`);
});

test("control characters are written out", () => {
  expect(printable("a\u001b[2J\u0085é")).toBe("a\\u001b[2J\\u0085é");
});
