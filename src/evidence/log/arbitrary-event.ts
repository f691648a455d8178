/** Events as fast-check makes them up, for the tests that hold parser and printer together. */
import fc from "fast-check";
import { CAUSES, type LogEvent } from "./event";
import { atLeast } from "./version";

const PARTS = [
  "a",
  "é",
  "/",
  "+",
  "#",
  "$",
  "'",
  "(",
  ")",
  " as ",
  "...",
  " [",
  "]",
  ": ",
  ", ",
  "1",
  "日",
  "x y",
  "_",
];

/** Text with everything that could mislead a parser; no control characters, which brokers refuse. */
const text = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""))
  // A text that imitates the words around it cannot be told from them, in any grammar.
  .filter((made) => made.trim() !== "" && !/^ | $|^: |: $/.test(made));
const client = text.filter((made) => !/: | \[|\]/.test(made));
const word = fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
const filter = fc.stringMatching(/^[a-z0-9]{1,4}\/[a-z0-9+#]{1,4}$/);
const int = fc.nat({ max: 65_535 });
const bytes = fc.nat({ max: 268_435_455 });
const qos = fc.constantFrom(0, 1, 2);
const bit = fc.boolean();
const peer = { ip: fc.constantFrom("127.0.0.1", "::1", "fe80::1", "::ffff:10.0.0.1"), port: int };
const one = <T>(value: T) => fc.constant(value);

const publish = { client, dup: bit, qos, retain: bit, packetId: int, topic: text, bytes };
const packet = (type: string, from: string, fields: object = {}) =>
  fc.record({ kind: one("packet"), from: one(from), type: one(type), client, ...fields });
const event = (kind: string, fields: object = {}) => fc.record({ kind: one(kind), ...fields });
const ack = { packetId: int };
const coded = { packetId: int, code: int };

const kinds: readonly fc.Arbitrary<object>[] = [
  packet("CONNACK", "broker", { sessionPresent: bit, code: int }),
  packet("PUBLISH", "client", publish),
  packet("PUBLISH", "broker", publish),
  ...["PUBACK", "PUBREC"].map((type) => packet(type, "broker", coded)),
  ...["PUBREL", "PUBCOMP"].map((type) => packet(type, "broker", ack)),
  ...["PUBACK", "PUBCOMP"].map((type) => packet(type, "client", coded)),
  ...["PUBREC", "PUBREL"].map((type) => packet(type, "client", ack)),
  ...["SUBSCRIBE", "UNSUBSCRIBE", "PINGREQ", "DISCONNECT"].map((type) => packet(type, "client")),
  ...["SUBACK", "UNSUBACK", "PINGRESP"].map((type) => packet(type, "broker")),
  packet("DISCONNECT", "broker", { code: int }),
  packet("AUTH", "client", { code: int, method: word }),
  packet("AUTH", "broker", { code: int, method: word }),
  event("publish-refused", { why: fc.constantFrom("denied", "too-large"), ...publish }),
  event("delivery-refused", { client, qos, retain: bit, topic: text, bytes }),
  event("quota-exceeded", { from: fc.constantFrom("client", "broker"), client }),
  event("new-connection", { ...peer, listener: int }),
  ...[{}, { user: text }, { bridge: one(true) }, { bridge: one(true), user: text }].map((more) =>
    event("client-connected", { ...peer, client: word, p: int, c: bit, k: int, ...more }),
  ),
  event("no-will"),
  event("will", { bytes, retain: bit, qos }),
  event("topic", { topic: text }),
  event("negotiated", { client, tls: word, cipher: word }),
  event("connection-denied", { ip: peer.ip }),
  event("connection-failed", { ip: peer.ip, text }),
  event("looks-like-tls", peer),
  event("subscribe-filter", { filter: text, qos }),
  event("subscription", { client: word, qos, filter: text }),
  event("unsubscription", { client: word, filter }),
  ...CAUSES.filter((cause) => cause !== "feature" && cause !== "errno" && cause !== "other").map((cause) =>
    event("disconnected", { cause: one(cause), client, ...peer }),
  ),
  ...(["errno", "other"] as const).map((cause) =>
    event("disconnected", { cause: one(cause), client, ...peer, text: word }),
  ),
  event("session-expired", { client }),
  event("protocol-error", { client, text }),
  event("invalid", {
    fault: fc.constantFrom("invalid", "empty", "too-high", "invalid-connect"),
    of: word,
    client,
  }),
  event("multiple-connect", { client }),
  event("unknown-packet-id", { type: fc.constantFrom("PUBACK", "PUBREC"), client, packetId: int }),
  event("reused-packet-id", { client, packetId: int }),
  event("receive-maximum-exceeded", { client }),
  event("outgoing-dropped", { client }),
  event("outgoing-too-large", { client, bytes }),
  event("packet-too-large", { client, bytes }),
  event("version", { state: fc.constantFrom("starting", "running", "terminating"), version: word }),
  event("running-as", { user: word }),
  event("config", { path: text }),
  event("config"),
  event("config-error", { where: text }),
  event("support", { feature: fc.constantFrom("Bridge", "TLS-PSK"), available: bit }),
  event("listening", { on: fc.constantFrom("ipv4", "ipv6", "websockets", "http api"), port: int }),
  event("listening", { on: one("unix"), path: text }),
  event("local-only"),
  event("saving", { path: text }),
  event("restored", { count: int, what: fc.constantFrom("clients", "client messages") }),
  event("reloading"),
  event("error", { text }),
  event("warning", { text }),
  event("openssl-error", { index: int, text }),
];

/** Every kind of event, with fields that try to mislead. */
export const arbitraryEvent = fc.oneof(...kinds) as fc.Arbitrary<LogEvent>;

/** What remains of an event in the log of a version: fields and distinctions that it does not print are gone. */
export function asLogged(event: LogEvent, version: string): LogEvent {
  if (event.kind === "new-connection" || event.kind === "client-connected") {
    return atLeast(version, "2.0.0") ? event : without(event, ["port"]);
  }
  if (event.kind !== "disconnected") return event;
  if (!atLeast(version, "2.0.0") && UNTOLD_BY_1.has(event.cause)) {
    return { kind: "disconnected", cause: "closed", client: event.client };
  }
  if (atLeast(version, "2.1.1") || ONLY_2_1_1.has(event.cause)) return event;
  return without(event, ["ip", "port"]);
}

const UNTOLD_BY_1: ReadonlySet<string> = new Set(["malformed", "not-authorised", "errno", "other"]);

/** Causes that no version before 2.1.1 has words for, and that are therefore worded as it words them. */
const ONLY_2_1_1: ReadonlySet<string> = new Set(
  CAUSES.slice(CAUSES.indexOf("receive-maximum"), CAUSES.indexOf("errno")),
);

function without<E extends LogEvent>(event: E, names: readonly string[]): E {
  return Object.fromEntries(Object.entries(event).filter(([name]) => !names.includes(name))) as unknown as E;
}
