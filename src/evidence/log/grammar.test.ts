import type { LogEvent } from "./event";
import { parseMessage, printEvent } from "./grammar";

/** What a line means, by hand, for the versions that write it so. */
const readings: readonly (readonly [string, string, LogEvent])[] = [
  [
    "1.6.15",
    "New connection from 127.0.0.1 on port 1883.",
    { kind: "new-connection", ip: "127.0.0.1", listener: 1883 },
  ],
  [
    "2.0.11",
    "New connection from ::1:43406 on port 1883.",
    { kind: "new-connection", ip: "::1", port: 43406, listener: 1883 },
  ],
  [
    "1.6.15",
    "New client connected from 127.0.0.1 as a b (p2, c0, k60).",
    { kind: "client-connected", ip: "127.0.0.1", client: "a b", p: 2, c: false, k: 60 },
  ],
  [
    "2.0.11",
    "New client connected from 127.0.0.1:4 as x as y (p5, c1, k0, u'it's (me)').",
    {
      kind: "client-connected",
      ip: "127.0.0.1",
      port: 4,
      client: "x as y",
      p: 5,
      c: true,
      k: 0,
      user: "it's (me)",
    },
  ],
  [
    "2.1.2",
    "New bridge connected from ::1:5 as café (p4, c1, k60).",
    { kind: "client-connected", bridge: true, ip: "::1", port: 5, client: "café", p: 4, c: true, k: 60 },
  ],
  [
    "1.5.8",
    "New client connected from 10.0.0.1 as c (c1, k60).",
    { kind: "client-connected", ip: "10.0.0.1", client: "c", c: true, k: 60 },
  ],
  ["2.0.11", "Will message specified (4 bytes) (r1, q2).", { kind: "will", bytes: 4, retain: true, qos: 2 }],
  ["2.0.11", "\tlast/will (I)", { kind: "topic", topic: "last/will (I)" }],
  [
    "2.0.11",
    "Sending CONNACK to 127.0.0.1 (0, 5)",
    { kind: "packet", from: "broker", type: "CONNACK", client: "127.0.0.1", sessionPresent: false, code: 5 },
  ],
  [
    "2.1.2",
    "Client tls4 negotiated TLSv1.3 cipher TLS_AES_256_GCM_SHA384",
    { kind: "negotiated", client: "tls4", tls: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
  ],
  ["2.0.11", "\ta b/+/c (QoS 2)", { kind: "subscribe-filter", filter: "a b/+/c", qos: 2 }],
  ["2.1.2", "\tno/x (denied)", { kind: "subscribe-filter", filter: "no/x", denied: true }],
  ["2.0.11", "sub 2 a b/#", { kind: "subscription", client: "sub", qos: 2, filter: "a b/#" }],
  ["2.0.11", "sub a/b", { kind: "unsubscription", client: "sub", filter: "a/b" }],
  [
    "2.0.11",
    "Received PUBLISH from a (b) (d1, q2, r0, m65535, 'it's (d0, q0', ... (1 bytes))",
    {
      kind: "packet",
      from: "client",
      type: "PUBLISH",
      client: "a (b)",
      dup: true,
      qos: 2,
      retain: false,
      packetId: 65535,
      topic: "it's (d0, q0",
      bytes: 1,
    },
  ],
  [
    "2.0.11",
    "Denied PUBLISH from wp (d0, q1, r0, m5, '$SYS/foo', ... (1 bytes))",
    {
      kind: "publish-refused",
      why: "denied",
      client: "wp",
      dup: false,
      qos: 1,
      retain: false,
      packetId: 5,
      topic: "$SYS/foo",
      bytes: 1,
    },
  ],
  [
    "1.5.8",
    "Sending PUBACK to pub (Mid: 7)",
    { kind: "packet", from: "broker", type: "PUBACK", client: "pub", packetId: 7 },
  ],
  [
    "2.0.11",
    "Sending PUBACK to pub (m7, rc135)",
    { kind: "packet", from: "broker", type: "PUBACK", client: "pub", packetId: 7, code: 135 },
  ],
  [
    "2.1.2",
    "Received PUBCOMP from sub (Mid: 1, RC:0)",
    { kind: "packet", from: "client", type: "PUBCOMP", client: "sub", packetId: 1, code: 0 },
  ],
  [
    "2.1.2",
    "Received PUBREC from sub (Mid: 1)",
    { kind: "packet", from: "client", type: "PUBREC", client: "sub", packetId: 1 },
  ],
  [
    "2.1.2",
    "Received AUTH from c (rc24, SCRAM-SHA-1)",
    { kind: "packet", from: "client", type: "AUTH", client: "c", code: 24, method: "SCRAM-SHA-1" },
  ],
  [
    "1.6.15",
    "Socket error on client a, disconnecting.",
    { kind: "disconnected", cause: "closed", client: "a" },
  ],
  ["2.0.11", "Client a b closed its connection.", { kind: "disconnected", cause: "closed", client: "a b" }],
  ["2.1.0", "Client a closed its connection.", { kind: "disconnected", cause: "closed", client: "a" }],
  [
    "2.1.2",
    "Client a [::1:9] disconnected: connection closed by client.",
    { kind: "disconnected", cause: "closed", client: "a", ip: "::1", port: 9 },
  ],
  [
    "2.0.11",
    "Client k has exceeded timeout, disconnecting.",
    { kind: "disconnected", cause: "timeout", client: "k" },
  ],
  [
    "2.0.11",
    "Client <unknown> disconnected: Protocol error.",
    { kind: "disconnected", cause: "errno", client: "<unknown>", text: "Protocol error" },
  ],
  [
    "2.1.2",
    "Client m [127.0.0.1:2] disconnected: bad socket read/write: Invalid input",
    { kind: "disconnected", cause: "other", client: "m", ip: "127.0.0.1", port: 2, text: "Invalid input" },
  ],
  [
    "2.0.22",
    "Client a already connected, closing old connection.",
    { kind: "disconnected", cause: "taken-over", client: "a" },
  ],
  [
    "2.1.0",
    "Client a disconnected, session taken over.",
    { kind: "disconnected", cause: "taken-over", client: "a" },
  ],
  [
    "2.1.2",
    "Client a [(null):0] disconnected: session taken over.",
    { kind: "disconnected", cause: "taken-over", client: "a", ip: "(null)", port: 0 },
  ],
  [
    "2.1.2",
    "Protocol error from 127.0.0.1:5: First packet not CONNECT (47).",
    { kind: "protocol-error", client: "127.0.0.1:5", text: "First packet not CONNECT (47)." },
  ],
  [
    "2.0.11",
    "Invalid QoS in PUBLISH from pq3, disconnecting.",
    { kind: "invalid", fault: "invalid", of: "QoS in PUBLISH", client: "pq3" },
  ],
  [
    "2.0.11",
    "Warning: Received PUBREC from d for an unknown packet identifier 97.",
    { kind: "unknown-packet-id", type: "PUBREC", client: "d", packetId: 97 },
  ],
  ["2.0.11", "mosquitto version 2.0.11 running", { kind: "version", state: "running", version: "2.0.11" }],
  [
    "2.1.2",
    "OpenSSL Error while trying to get the error[0]: error:0A000418:SSL routines::tlsv1 alert unknown ca",
    { kind: "openssl-error", index: 0, text: "error:0A000418:SSL routines::tlsv1 alert unknown ca" },
  ],
];

describe("the grammar", () => {
  it.each(readings)("%s: reads %j", (_version, message, event) => {
    expect(parseMessage(message)).toEqual(event);
  });

  it.each(readings)("%s: writes %j", (version, message, event) => {
    expect(printEvent(event, version)).toBe(message);
  });

  it("tells what it leaves alone from what it does not know", () => {
    expect(
      parseMessage("Plugin builtin-security has registered to receive 'acl-check' events."),
    ).toBeUndefined();
    expect(parseMessage("Something that no broker says.")).toBeUndefined();
  });

  it("words an event for a version that never logs it as the others do", () => {
    expect(printEvent({ kind: "running-as", user: "mosquitto" }, "1.6.15")).toBe(
      "Info: running mosquitto as user: mosquitto.",
    );
  });
});
