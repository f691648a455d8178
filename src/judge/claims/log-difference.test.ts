import type { LogEvent } from "../../evidence/log/event";
import type { LogEntry, OpenedEntry } from "../../evidence/journal/entry";
import type { LogSighting } from "../log-view";
import { firstDifference, type Loss } from "./log-difference";

const because: OpenedEntry = {
  source: "wire",
  at: 0,
  exercise: "x",
  role: "r",
  connection: 1,
  event: "opened",
};
const packet = (from: "client" | "broker", type: "PINGREQ" | "PINGRESP"): LogEvent => ({
  kind: "packet",
  from,
  type,
  client: "c",
});
const publish: LogEvent = {
  kind: "packet",
  from: "client",
  type: "PUBLISH",
  client: "c",
  dup: false,
  qos: 1,
  retain: false,
  packetId: 7,
  topic: "t",
  bytes: 3,
};

const NONE: Loss = { received: false, sent: false };
const TORN: Loss = { received: true, sent: true };

const PING = packet("client", "PINGREQ");
const PONG = packet("broker", "PINGRESP");

/** The lines that differ first, as their kinds; undefined when none does. */
function difference(foretold: readonly LogEvent[], told: readonly LogEvent[], loss: Loss = NONE) {
  const chapter = { connection: 1, lines: foretold.map((event) => ({ event, because })) };
  const entry: LogEntry = { source: "log", at: 0, text: "", by: "broker" };
  const lines: LogSighting[] = told.map((event) => ({ entry, event }));
  const found = firstDifference(chapter, lines, loss);
  return found && { expected: found.expected?.event, actual: found.actual?.event };
}

describe("a log beside its wire", () => {
  it("agrees whatever the order between what was received and what was sent", () => {
    expect(difference([PING, PONG, PING, PONG], [PING, PING, PONG, PONG])).toBeUndefined();
  });

  it("differs when a line is missing, too many, or has another value", () => {
    expect(difference([PING, PONG], [PING])).toEqual({ expected: PONG, actual: undefined });
    expect(difference([PING, PONG], [PING, PONG, PONG])).toEqual({ expected: undefined, actual: PONG });
    expect(difference([publish], [{ ...publish, packetId: 8 }])).toMatchObject({
      expected: { packetId: 7 },
      actual: { packetId: 8 },
    });
  });

  it("may lack the end of what was received, and have more of what was sent, when the connection was torn", () => {
    expect(difference([PING, PONG], [PONG], TORN)).toBeUndefined();
    expect(difference([PING, PONG], [PING, PONG, PONG], TORN)).toBeUndefined();
    expect(difference([PING, PONG], [PING], TORN)).toEqual({ expected: PONG, actual: undefined });
    expect(difference([PING], [PING, PING], TORN)).toEqual({ expected: undefined, actual: PING });
  });

  it("may have more of what was sent, and lacks nothing, when the client closed without a word", () => {
    const closed: Loss = { received: false, sent: true };
    expect(difference([PING, PONG], [PING, PONG, PONG], closed)).toBeUndefined();
    expect(difference([PING, PONG], [PONG], closed)).toEqual({ expected: PING, actual: undefined });
  });

  it("tells of an answer after what it answers", () => {
    expect(difference([PING, PONG], [PONG, PING])).toEqual({ expected: PING, actual: PONG });
    expect(difference([PING, PONG, PING, PONG], [PING, PONG, PONG, PING])).toEqual({
      expected: PING,
      actual: PONG,
    });
    expect(difference([PONG, PING], [PONG, PING])).toBeUndefined();
  });

  it("takes the line of a refused PUBLISH for the line of the PUBLISH", () => {
    const { kind: _kind, from: _from, type: _type, ...fields } = publish;
    expect(difference([publish], [{ kind: "publish-refused", why: "too-large", ...fields }])).toBeUndefined();
    expect(
      difference([publish], [{ kind: "publish-refused", why: "too-large", ...fields, topic: "u" }]),
    ).toBeDefined();
  });

  it("takes a reason code that the wire of MQTT 3.1.1 cannot carry for a refusal that the log tells of", () => {
    const puback: LogEvent = {
      kind: "packet",
      from: "broker",
      type: "PUBACK",
      client: "c",
      packetId: 7,
      code: 0,
    };
    const denied: LogEvent = { ...puback, code: 135 };
    const { kind: _kind, from: _from, type: _type, ...fields } = publish;
    const refusal: LogEvent = { kind: "publish-refused", why: "denied", ...fields };
    expect(difference([publish, puback], [refusal, denied])).toBeUndefined();
    expect(difference([publish, puback], [publish, denied])).toMatchObject({ actual: { code: 135 } });
  });
});
