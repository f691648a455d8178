/** REFERENCE section 2: TCP accepted, CONNECT accepted, the will. */
import type {
  ClientConnectedEvent,
  ConnectionDeniedEvent,
  ConnectionFailedEvent,
  LooksLikeTlsEvent,
  NegotiatedEvent,
  NewConnectionEvent,
  NoWillEvent,
  TopicEvent,
  WillEvent,
} from "../event/connections";
import { bit, free, int, peer, word } from "./field";
import { type Form, line } from "./form";

const [V2, V16] = ["2.0.0", "1.6.0"];
const client = free("client");
const [ip, p, c, k, user] = [word("ip"), int("p"), bit("c"), int("k"), free("user")];
const listener = int("listener");
const qos = int("qos");

const joined = { kind: "client-connected" } as const;
const bridged = { kind: "client-connected", bridge: true } as const;

// A bridge comes before a client and a form with a user before one without, since the printer takes the first that
// can say the event.
const clientConnected: Form[] = [
  line<ClientConnectedEvent>(bridged, {
    since: V2,
  })`New bridge connected from ${peer} as ${client} (p${p}, c${c}, k${k}, u'${user}').`,
  line<ClientConnectedEvent>(bridged, {
    since: V2,
  })`New bridge connected from ${peer} as ${client} (p${p}, c${c}, k${k}).`,
  line<ClientConnectedEvent>(joined, {
    since: V2,
  })`New client connected from ${peer} as ${client} (p${p}, c${c}, k${k}, u'${user}').`,
  line<ClientConnectedEvent>(joined, {
    since: V2,
  })`New client connected from ${peer} as ${client} (p${p}, c${c}, k${k}).`,
  line<ClientConnectedEvent>(bridged, {
    since: V16,
    until: V2,
  })`New bridge connected from ${ip} as ${client} (p${p}, c${c}, k${k}, u'${user}').`,
  line<ClientConnectedEvent>(bridged, {
    since: V16,
    until: V2,
  })`New bridge connected from ${ip} as ${client} (p${p}, c${c}, k${k}).`,
  line<ClientConnectedEvent>(joined, {
    since: V16,
    until: V2,
  })`New client connected from ${ip} as ${client} (p${p}, c${c}, k${k}, u'${user}').`,
  line<ClientConnectedEvent>(joined, {
    since: V16,
    until: V2,
  })`New client connected from ${ip} as ${client} (p${p}, c${c}, k${k}).`,
  line<ClientConnectedEvent>(bridged, {
    until: V16,
  })`New bridge connected from ${ip} as ${client} (c${c}, k${k}, u'${user}').`,
  line<ClientConnectedEvent>(bridged, {
    until: V16,
  })`New bridge connected from ${ip} as ${client} (c${c}, k${k}).`,
  line<ClientConnectedEvent>(joined, {
    until: V16,
  })`New client connected from ${ip} as ${client} (c${c}, k${k}, u'${user}').`,
  line<ClientConnectedEvent>(joined, {
    until: V16,
  })`New client connected from ${ip} as ${client} (c${c}, k${k}).`,
];

export const connections: readonly Form[] = [
  line<NewConnectionEvent>(
    { kind: "new-connection" },
    { since: V2 },
  )`New connection from ${peer} on port ${listener}.`,
  line<NewConnectionEvent>(
    { kind: "new-connection" },
    { until: V2 },
  )`New connection from ${ip} on port ${listener}.`,
  ...clientConnected,
  line<NoWillEvent>({ kind: "no-will" })`No will message specified.`,
  line<WillEvent>({
    kind: "will",
  })`Will message specified (${int("bytes")} bytes) (r${bit("retain")}, q${qos}).`,
  line<TopicEvent>({ kind: "topic" })`	${free("topic")}`,
  line<NegotiatedEvent>(
    { kind: "negotiated" },
    { since: "2.1.0" },
  )`Client ${client} negotiated ${word("tls")} cipher ${word("cipher")}`,
  line<ConnectionDeniedEvent>({
    kind: "connection-denied",
  })`Client connection from ${ip} denied: max_connections exceeded.`,
  line<ConnectionFailedEvent>({
    kind: "connection-failed",
  })`Client connection from ${ip} failed: ${free("text")}.`,
  line<LooksLikeTlsEvent>(
    { kind: "looks-like-tls" },
    { since: "2.1.0" },
  )`Client from ${peer} appears to be using TLS to connect to a non-TLS listener.`,
];
