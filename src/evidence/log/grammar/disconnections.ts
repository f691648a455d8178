/**
 * REFERENCE section 3: one table of causes, and in it the words of the three dialects. The texts changed in 2.0.0, and
 * again in 2.1.1, when all became `Client <id> [<ip>:<port>] disconnected…`.
 */
import type { Cause, DisconnectedEvent, SessionExpiredEvent } from "../event/disconnections";
import { free, int, peer } from "./field";
import { type Dialect, type Form, line } from "./form";
import type { TooLargeEvent } from "../event/misdeeds";

const client = free("client");
const text = free("text");
const V1: Dialect = { until: "2.0.0" };
const V2: Dialect = { since: "2.0.0", until: "2.1.1" };
const V21: Dialect = { since: "2.1.1" };
const ALL: Dialect = { until: "2.1.1" };

const ended = (cause: Cause) => ({ kind: "disconnected", cause }) as const;

/** What 2.1.1 and later print after `disconnected`. */
const tails: readonly (readonly [Cause, string])[] = [
  ["clean", "."],
  ["closed", ": connection closed by client."],
  ["timeout", ": exceeded timeout."],
  ["protocol-error", ": protocol error."],
  ["malformed", ": malformed packet."],
  ["not-authorised", ": not authorised."],
  ["oversize-packet", ": oversize packet."],
  ["oversize-payload", ": oversize payload."],
  ["taken-over", ": session taken over."],
  ["administrative", ": administrative action."],
  ["out-of-memory", ": out of memory."],
  ["receive-maximum", ": receive maximum exceeded."],
  ["quota", ": quota exceeded."],
  ["server-busy", ": server busy."],
  ["banned", ": client banned."],
  ["bad-authentication-method", ": bad authentication method."],
  ["connection-rate", ": connection rate exceeded."],
  ["topic-alias", ": topic alias invalid."],
  ["http-origin", ": non-matching http origin."],
  ["client-id", ": client identifier not valid."],
  ["implementation", ": implementation specific error."],
  ["server-unavailable", ": server unavailable."],
  ["bad-login", ": bad username or password."],
];

const v21: Form[] = [
  ...tails.map(([cause, tail]) =>
    line<DisconnectedEvent>(ended(cause), V21)(["Client ", " [", `] disconnected${tail}`], client, peer),
  ),
  line<DisconnectedEvent>(
    ended("feature"),
    V21,
  )`Client ${client} [${peer}] disconnected: used disallowed feature (${text}).`,
  line<DisconnectedEvent>(
    ended("other"),
    V21,
  )`Client ${client} [${peer}] disconnected: bad socket read/write: ${text}`,
  line<DisconnectedEvent>(ended("errno"), V21)`Client ${client} [${peer}] disconnected: ${text}.`,
];

const v2: Form[] = [
  line<DisconnectedEvent>(ended("closed"), V2)`Client ${client} closed its connection.`,
  line<DisconnectedEvent>(ended("timeout"), ALL)`Client ${client} has exceeded timeout, disconnecting.`,
  line<DisconnectedEvent>(ended("protocol-error"), ALL)`Client ${client} disconnected due to protocol error.`,
  line<DisconnectedEvent>(ended("malformed"), V2)`Client ${client} disconnected due to malformed packet.`,
  line<DisconnectedEvent>(ended("not-authorised"), V2)`Client ${client} disconnected, not authorised.`,
  line<DisconnectedEvent>(
    ended("oversize-packet"),
    V2,
  )`Client ${client} disconnected due to oversize packet.`,
  line<DisconnectedEvent>(
    ended("oversize-payload"),
    V2,
  )`Client ${client} disconnected due to oversize payload.`,
  line<DisconnectedEvent>(ended("out-of-memory"), V2)`Client ${client} disconnected due to out of memory.`,
  line<DisconnectedEvent>(ended("feature"), {
    since: "2.0.12",
    until: "2.1.1",
  })`Client ${client} disconnected due to using not allowed feature (${text}).`,
  line<DisconnectedEvent>(
    ended("feature"),
    V2,
  )`Client ${client} disconnected due to QoS too high or retain not supported.`,
  line<DisconnectedEvent>(
    ended("administrative"),
    V2,
  )`Client ${client} been disconnected by administrative action.`,
  line<DisconnectedEvent>(ended("taken-over"), {
    until: "2.1.0",
  })`Client ${client} already connected, closing old connection.`,
  line<DisconnectedEvent>(ended("taken-over"), {
    since: "2.1.0",
    until: "2.1.1",
  })`Client ${client} disconnected, session taken over.`,
  line<DisconnectedEvent>(ended("other"), {
    since: "2.0.6",
    until: "2.1.1",
  })`Bad socket read/write on client ${client}: ${text}`,
  line<DisconnectedEvent>(ended("other"), {
    since: "2.0.0",
    until: "2.0.6",
  })`Bad socket read/write on client ${client}, disconnecting.`,
  line<DisconnectedEvent>(ended("clean"), ALL)`Client ${client} disconnected.`,
  line<DisconnectedEvent>(ended("errno"), V2)`Client ${client} disconnected: ${text}.`,
];

/** What 1.x cannot tell apart, `closed` first: that is how the line is read. */
const socketErrors = (["closed", "malformed", "not-authorised", "errno", "other"] as const).map(
  (cause) => line<DisconnectedEvent>(ended(cause), V1)`Socket error on client ${client}, disconnecting.`,
);

export const disconnections: readonly Form[] = [
  ...v21,
  ...v2,
  ...socketErrors,
  line<SessionExpiredEvent>({ kind: "session-expired" })`Expiring client ${client} due to timeout.`,
  line<TooLargeEvent>({
    kind: "packet-too-large",
  })`Client ${client} sent too large packet ${int("bytes")}, disconnecting.`,
];
