/** A client's way in and out: TCP, TLS, CONNECT, its will, its filters, the end. */
import type { Cause, EventOf } from "../../evidence/log/event";
import {
  coded,
  phrase,
  quoted,
  words,
  type Explanation,
  type Owner,
  type Part,
  type Vocabulary,
} from "./explanation";
import { tlsError } from "./openssl";
import { retainPart, qosPart } from "./packets";

export function newConnection(event: EventOf<"new-connection">, say: Vocabulary): Explanation {
  const { from, to } = say.connection;
  const text = phrase(from, addressOf(event), to(event.listener));
  return { label: "TCP", arrow: "→", tone: "aside", parts: [text] };
}

export function clientConnected(event: EventOf<"client-connected">, say: Vocabulary): Explanation {
  const { p, c, k, user, bridge } = event;
  const parts = [words(addressOf(event))];
  if (bridge) parts.push(words(say.bridge));
  if (p !== undefined) parts.push(coded(`p${p}`, protocolOf(p, say)));
  parts.push(c ? coded("c1", say.cleanSession.on) : coded("c0", say.cleanSession.off));
  parts.push(coded(`k${k}`, say.keepAlive(k)));
  if (user !== undefined) parts.push({ code: "u", text: `${say.userName} ${user}`, quoted: true });
  return { label: "CONNECT", arrow: "→", tone: "own", parts };
}

/** Mosquitto's own numbers: before 2.1, 1 is MQTT 3.1 and 2 is 3.1.1; since, 3 and 4; 5 is 5 in all. */
const PROTOCOLS: Readonly<Record<number, string>> = { 1: "3.1", 2: "3.1.1", 3: "3.1", 4: "3.1.1", 5: "5" };

function protocolOf(p: number, say: Vocabulary): string {
  const version = PROTOCOLS[p];
  return version === undefined ? say.protocolUnknown : say.protocol(version);
}

export function noWill(_event: EventOf<"no-will">, say: Vocabulary): Explanation {
  return aside(say.label.will, words(say.will.none));
}

export function will({ bytes, qos, retain }: EventOf<"will">, say: Vocabulary): Explanation {
  const parts = [words(say.bytes(bytes)), retainPart(retain, say), qosPart(qos, say)];
  return aside(say.label.will, words(say.will.left), ...parts);
}

/** The will's topic, or a filter of an UNSUBSCRIBE. */
export function topic(event: EventOf<"topic">, say: Vocabulary, owner?: Owner): Explanation {
  if (owner?.type === "UNSUBSCRIBE") return aside(say.label.filter, quoted(event.topic));
  return aside(say.label.will, quoted(event.topic), words(say.will.topic));
}

export function negotiated({ tls, cipher }: EventOf<"negotiated">, say: Vocabulary): Explanation {
  return aside("TLS", quoted(tls), phrase(say.cipher, cipher));
}

export function connectionDenied(event: EventOf<"connection-denied">, say: Vocabulary): Explanation {
  return trouble("TCP", quoted(addressOf(event)), words(say.connection.denied));
}

export function connectionFailed(event: EventOf<"connection-failed">, say: Vocabulary): Explanation {
  return trouble("TLS", quoted(addressOf(event)), words(say.tls.failed), ...tlsError(event.text, say));
}

export function looksLikeTls(event: EventOf<"looks-like-tls">, say: Vocabulary): Explanation {
  return trouble("TLS", quoted(addressOf(event)), words(say.connection.looksLikeTls));
}

export function subscribeFilter(event: EventOf<"subscribe-filter">, say: Vocabulary): Explanation {
  const { filter, qos, denied } = event;
  if (denied) return trouble(say.label.filter, quoted(filter), words(say.denied));
  return aside(say.label.filter, quoted(filter), ...(qos === undefined ? [] : [words(say.qos(qos))]));
}

export function subscription({ filter, qos }: EventOf<"subscription">, say: Vocabulary): Explanation {
  return aside(say.label.granted, quoted(filter), words(say.grantedWith(qos)));
}

export function unsubscription({ filter }: EventOf<"unsubscription">, say: Vocabulary): Explanation {
  return aside(say.label.removed, quoted(filter));
}

/** Ends that nothing is wrong with. */
const ORDERLY: ReadonlySet<Cause> = new Set(["clean", "closed", "taken-over"]);

export function disconnected({ cause, text }: EventOf<"disconnected">, say: Vocabulary): Explanation {
  const causes: Readonly<Record<Cause, string>> = say.cause;
  const told = text === undefined ? [] : [...more(say.errno[text]), quoted(text)];
  const tone = ORDERLY.has(cause) ? "own" : "trouble";
  return { label: say.label.end, tone, parts: [words(causes[cause]), ...told] };
}

export function sessionExpired(_event: EventOf<"session-expired">, say: Vocabulary): Explanation {
  return { label: say.label.session, tone: "own", parts: [words(say.sessionExpired)] };
}

function more(text: string | undefined): readonly Part[] {
  return text === undefined ? [] : [words(text)];
}

function addressOf({ ip, port }: { readonly ip: string; readonly port?: number }): string {
  if (port === undefined) return ip;
  return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}

function aside(label: string, ...parts: readonly Part[]): Explanation {
  return { label, tone: "aside", parts };
}

function trouble(label: string, ...parts: readonly Part[]): Explanation {
  return { label, tone: "trouble", parts };
}
