import { parseLine } from "./line";
import { LineParser } from "./line-parser";

describe("a line", () => {
  it("is not taken for another that a topic imitates", () => {
    const line = parseLine(
      "1: Received PUBLISH from a (d0, q0, r0, m0, 'x: Client b disconnected.', ... (1 bytes))",
    );
    expect(line.event).toMatchObject({ type: "PUBLISH", client: "a", topic: "x: Client b disconnected." });
  });

  it("is not taken for another where the broker cut one that imitates it", () => {
    const long = `1795416020: Received PUBLISH from a (d0, q0, r0, m0, 'x1: Client ${"b".repeat(2000)}`.slice(
      0,
      998,
    );
    expect(parseLine(`${long}.`).event).toMatchObject({ type: "PUBLISH", truncated: true });
  });

  it("is not taken to begin behind ten characters that are no timestamp", () => {
    const event = { kind: "subscribe-filter", filter: "abcdefghi: Client a disconnected.", qos: 1 };
    expect(parseLine("\tabcdefghi: Client a disconnected. (QoS 1)")).toMatchObject({ event });
    const line = parseLine("1: Client : Client b disconnected.");
    expect(line).toMatchObject({ stamp: "1", event: { kind: "disconnected", client: ": Client b" } });
  });

  it("of another family is known to be cut", () => {
    const cut = `1795416020: Sending CONNACK to ${"b".repeat(2000)}`.slice(0, 999);
    expect(parseLine(cut)).toMatchObject({ event: { kind: "cut" }, interest: "understood" });
  });

  it("that is not understood is kept, with its timestamp found if it is plain", () => {
    expect(parseLine("1795416020: something odd happened")).toMatchObject({
      raw: "1795416020: something odd happened",
      message: "something odd happened",
      stamp: "1795416020",
      interest: "unknown",
    });
    expect(parseLine("garbage line")).toMatchObject({ message: "garbage line", interest: "unknown" });
  });
});

describe("lines in order", () => {
  const read = (lines: readonly string[]) => {
    const parser = new LineParser();
    return lines.map((line) => parser.parse(`08:00:01: ${line}`).event);
  };

  it("settle whose subscription a line tells of, whatever the names", () => {
    const events = read([
      "Received SUBSCRIBE from my 1 client",
      "\ta 2 b (QoS 1)",
      "my 1 client 1 a 2 b",
      "\tplain (QoS 0)",
      "my 1 client 0 plain",
      "Sending SUBACK to my 1 client",
      "Received UNSUBSCRIBE from my 1 client",
      "\tplain (QoS 0)",
      "my 1 client plain (QoS 0)",
    ]);
    expect(events).toMatchObject([
      { type: "SUBSCRIBE" },
      { kind: "subscribe-filter", filter: "a 2 b", qos: 1 },
      { kind: "subscription", client: "my 1 client", qos: 1, filter: "a 2 b" },
      { kind: "subscribe-filter", filter: "plain", qos: 0 },
      { kind: "subscription", client: "my 1 client", qos: 0, filter: "plain" },
      { type: "SUBACK" },
      { type: "UNSUBSCRIBE" },
      { kind: "topic", topic: "plain (QoS 0)" },
      { kind: "unsubscription", client: "my 1 client", filter: "plain (QoS 0)" },
    ]);
  });

  it("settle that a line behind a will is its topic", () => {
    expect(read(["Will message specified (4 bytes) (r0, q1).", "\twill (QoS 1)"])[1]).toEqual({
      kind: "topic",
      topic: "will (QoS 1)",
    });
  });
});
