import type { Entry, WireEntry } from "../journal/entry";
import type { Packet } from "../wire/mqtt/packet";
import { printEvent } from "./grammar";
import { narrate } from "./narrator";

const on = { source: "wire", exercise: "x", role: "r" } as const;
const head = { flags: 0, length: 0 };
let clock = 0;
beforeEach(() => (clock = 0));

function opened(connection: number, port: number): WireEntry {
  return { ...on, at: clock++, connection, event: "opened", port };
}
function closed(connection: number, by: "client" | "broker" | "tap", at = clock++): WireEntry {
  return { ...on, at, connection, event: "closed", by, how: "fin" };
}
function packet(connection: number, from: "client" | "broker", made: object, more: object = {}): WireEntry {
  const whole = { ...head, ...made } as Packet;
  return {
    ...on,
    at: clock++,
    connection,
    event: "packet",
    from,
    packet: whole,
    raw: Buffer.alloc(0),
    level: 4,
    ...more,
  };
}
function connect(connection: number, clientId: string, more: object = {}): WireEntry[] {
  const asked = {
    type: "CONNECT",
    protocolName: "MQTT",
    level: 4,
    cleanSession: true,
    keepAlive: 60,
    clientId,
    hasPassword: false,
  };
  return [
    opened(connection, 40_000 + connection),
    packet(connection, "client", { ...asked, ...more }),
    packet(connection, "broker", { type: "CONNACK", sessionPresent: false, code: 0 }),
  ];
}
const publish = (topic: string, qos: number, packetId?: number) => ({
  type: "PUBLISH",
  dup: false,
  qos,
  retain: false,
  topic,
  ...(packetId === undefined ? {} : { packetId }),
  payload: Buffer.from("hello"),
});

/** The log as that version would have written it. */
function told(version: string, ...entries: readonly Entry[]): string[] {
  return narrate(entries, version).map(({ event }) => printEvent(event, version));
}

describe("the narrator", () => {
  it("tells a connection from its first byte to its DISCONNECT, in each version's words", () => {
    const entries = [
      ...connect(1, "a", { username: "bob" }),
      packet(1, "client", { type: "DISCONNECT" }),
      closed(1, "client"),
    ];
    expect(told("2.0.11", ...entries)).toEqual([
      "New connection from 127.0.0.1:40001 on port 1883.",
      "New client connected from 127.0.0.1:40001 as a (p2, c1, k60, u'bob').",
      "No will message specified.",
      "Sending CONNACK to a (0, 0)",
      "Received DISCONNECT from a",
      "Client a disconnected.",
    ]);
    expect(told("2.1.2", ...entries)).toEqual([
      "New connection from 127.0.0.1:40001 on port 1883.",
      "New client connected from 127.0.0.1:40001 as a (p4, c1, k60, u'bob').",
      "No will message specified.",
      "Sending CONNACK to a (0, 0)",
      "Received DISCONNECT from a",
      "Client a [127.0.0.1:40001] disconnected.",
    ]);
    expect(told("1.6.15", ...entries)[0]).toBe("New connection from 127.0.0.1 on port 1883.");
  });

  it("names the entry that calls for each line", () => {
    const entries = connect(1, "a");
    expect(narrate(entries, "2.0.11").map(({ because }) => because)).toEqual([
      entries[0],
      entries[2],
      entries[2],
      entries[2],
    ]);
  });

  it("tells subscriptions once the broker decided", () => {
    const filters = [
      { filter: "a/#", qos: 2 },
      { filter: "no", qos: 1 },
    ];
    const entries = [
      ...connect(1, "s"),
      packet(1, "client", { type: "SUBSCRIBE", packetId: 1, filters }),
      packet(1, "broker", { type: "SUBACK", packetId: 1, codes: [1, 0x80] }),
      packet(1, "client", { type: "UNSUBSCRIBE", packetId: 2, filters: ["a/#"] }),
      packet(1, "broker", { type: "UNSUBACK", packetId: 2 }),
    ];
    expect(told("2.1.2", ...entries).slice(4)).toEqual([
      "Received SUBSCRIBE from s",
      "\ta/# (QoS 1)",
      "s 1 a/#",
      "\tno (denied)",
      "Sending SUBACK to s",
      "Received UNSUBSCRIBE from s",
      "\ta/#",
      "s a/#",
      "Sending UNSUBACK to s",
    ]);
    expect(told("2.0.11", ...entries)).toContain("\tno (QoS 1)");
  });

  it("spells acknowledgements as the log does, by direction", () => {
    const ack = (type: string) => ({ type, packetId: 3 });
    const entries = [
      ...connect(1, "p"),
      packet(1, "client", publish("t", 2, 3)),
      packet(1, "broker", ack("PUBREC")),
      packet(1, "client", ack("PUBREL")),
      packet(1, "broker", ack("PUBCOMP")),
      packet(1, "broker", publish("t", 1, 3)),
      packet(1, "client", ack("PUBACK")),
      packet(1, "client", publish("$SYS/x", 1, 4)),
      packet(1, "broker", { type: "PUBACK", packetId: 4 }),
    ];
    expect(told("2.0.11", ...entries).slice(4)).toEqual([
      "Received PUBLISH from p (d0, q2, r0, m3, 't', ... (5 bytes))",
      "Sending PUBREC to p (m3, rc0)",
      "Received PUBREL from p (Mid: 3)",
      "Sending PUBCOMP to p (m3)",
      "Sending PUBLISH to p (d0, q1, r0, m3, 't', ... (5 bytes))",
      "Received PUBACK from p (Mid: 3, RC:0)",
      "Denied PUBLISH from p (d0, q1, r0, m4, '$SYS/x', ... (5 bytes))",
      "Sending PUBACK to p (m4, rc135)",
    ]);
  });

  it("leaves out what the tap kept from the broker, and tells what it kept from the client", () => {
    const withheld = { withheld: true };
    const entries = [
      ...connect(1, "p"),
      packet(1, "client", { type: "PINGREQ" }, withheld),
      packet(1, "broker", publish("t", 0), withheld),
    ];
    expect(told("2.0.11", ...entries).slice(4)).toEqual([
      "Sending PUBLISH to p (d0, q0, r0, m0, 't', ... (5 bytes))",
    ]);
  });

  it("tells how connections end without a DISCONNECT", () => {
    expect(told("2.0.11", ...connect(1, "a"), closed(1, "tap")).at(-1)).toBe(
      "Client a closed its connection.",
    );
    expect(told("2.0.11", ...connect(2, "b", { keepAlive: 1 }), closed(2, "broker", 2_500)).at(-1)).toBe(
      "Client b has exceeded timeout, disconnecting.",
    );
    expect(told("2.1.2", opened(3, 5), closed(3, "client")).at(-1)).toBe(
      "Client 127.0.0.1 [127.0.0.1:5] disconnected: connection closed by client.",
    );
  });

  it("tells a takeover, and from 2.1 on also that of a session which was only kept", () => {
    const twice = [...connect(1, "a"), ...connect(2, "a"), closed(1, "broker")];
    expect(told("2.0.11", ...twice)).toContain("Client a already connected, closing old connection.");
    expect(told("2.1.2", ...twice)).toContain("Client a [127.0.0.1:40001] disconnected: session taken over.");
    const again = [
      ...connect(1, "a", { cleanSession: false }),
      packet(1, "client", { type: "DISCONNECT" }),
      closed(1, "client"),
      ...connect(2, "a"),
    ];
    expect(told("2.0.11", ...again)).not.toContain("Client a already connected, closing old connection.");
    expect(told("2.1.2", ...again)).toContain("Client a [127.0.0.1:40001] disconnected: session taken over.");
  });

  it("names a refused login as the version does", () => {
    const [open, asked] = connect(1, "a") as [WireEntry, WireEntry];
    const entries = [
      open,
      asked,
      packet(1, "broker", { type: "CONNACK", sessionPresent: false, code: 5 }),
      closed(1, "broker"),
    ];
    expect(told("2.0.11", ...entries).slice(1)).toEqual([
      "Sending CONNACK to 127.0.0.1 (0, 5)",
      "Client <unknown> disconnected, not authorised.",
    ]);
    expect(told("2.0.22", ...entries).slice(1)).toEqual([
      "Sending CONNACK to a (0, 5)",
      "Client a disconnected, not authorised.",
    ]);
  });

  it("tells of a will and its topic", () => {
    const will = { topic: "w/t", payload: Buffer.from("gone"), qos: 1, retain: true };
    expect(told("2.0.11", ...connect(1, "a", { will }))).toEqual(
      expect.arrayContaining(["Will message specified (4 bytes) (r1, q1).", "\tw/t"]),
    );
  });

  it("tells what a client sent before its CONNACK once that has been sent", () => {
    const [open, asked, connack] = connect(1, "a") as [WireEntry, WireEntry, WireEntry];
    const ping = packet(1, "client", { type: "PINGREQ" });
    expect(told("2.0.11", open, asked, ping, connack).slice(-2)).toEqual([
      "Sending CONNACK to a (0, 0)",
      "Received PINGREQ from a",
    ]);
  });

  it("tells what the broker still sent when the tap had cut the connection, and nothing else", () => {
    const entries = [
      ...connect(1, "a"),
      closed(1, "tap"),
      packet(1, "broker", { type: "PUBREL", packetId: 7 }, { withheld: true }),
      packet(1, "client", { type: "PUBCOMP", packetId: 7 }, { withheld: true }),
    ];
    expect(told("2.0.11", ...entries).slice(-2)).toEqual([
      "Client a closed its connection.",
      "Sending PUBREL to a (m7)",
    ]);
  });
});
