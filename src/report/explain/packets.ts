/** Packets, and what stands in their place: the letters in brackets one by one. */
import type { EventOf } from "../../evidence/log/event";
import {
  coded,
  quoted,
  words,
  type Arrow,
  type Explanation,
  type Part,
  type Vocabulary,
} from "./explanation";

type Packet = EventOf<"packet">;
type Publish = Extract<Packet, { type: "PUBLISH" }>;

/** What a PUBLISH line and the lines in its place have in common; a version may leave some of it out. */
type PublishLike = Pick<Publish, "qos" | "retain" | "topic" | "bytes" | "truncated"> &
  Partial<Pick<Publish, "dup" | "packetId">>;

export function packet(event: Packet, say: Vocabulary): Explanation {
  return { label: event.type, arrow: arrowOf(event), tone: "own", parts: partsOf(event, say) };
}

export function publishRefused(event: EventOf<"publish-refused">, say: Vocabulary): Explanation {
  const parts = [words(say.refused[event.why]), ...publication(event, say)];
  return { label: "PUBLISH", arrow: "→", tone: "trouble", parts };
}

export function deliveryRefused(event: EventOf<"delivery-refused">, say: Vocabulary): Explanation {
  const parts = [words(say.notDelivered), ...publication(event, say)];
  return { label: "PUBLISH", arrow: "←", tone: "trouble", parts };
}

export function quotaExceeded(event: EventOf<"quota-exceeded">, say: Vocabulary): Explanation {
  return { label: "PUBLISH", arrow: arrowOf(event), tone: "trouble", parts: [words(say.quota)] };
}

export function qosPart(qos: number, say: Vocabulary): Part {
  return coded(`q${qos}`, say.qos(qos));
}

export function retainPart(retain: boolean, say: Vocabulary): Part {
  return coded(retain ? "r1" : "r0", retain ? say.retain.on : say.retain.off);
}

function arrowOf({ from }: { readonly from: "client" | "broker" }): Arrow {
  return from === "client" ? "→" : "←";
}

function partsOf(event: Packet, say: Vocabulary): readonly Part[] {
  if (event.type === "PUBLISH") return publication(event, say);
  const name = words(say.packet[event.type]);
  switch (event.type) {
    case "CONNACK":
      return [name, ...connack(event, say)];
    case "AUTH":
      return [name, reason(event.code, say), quoted(event.method)];
    case "PUBACK":
    case "PUBREC":
    case "PUBREL":
    case "PUBCOMP":
      return [name, identifier(event.packetId, say), ...optionalReason(event.code, say)];
    default:
      return [name, ...optionalReason(event.code, say)];
  }
}

function connack(
  { sessionPresent, code }: Extract<Packet, { type: "CONNACK" }>,
  say: Vocabulary,
): readonly Part[] {
  const present = sessionPresent ? coded("1", say.sessionPresent.on) : coded("0", say.sessionPresent.off);
  return [present, coded(String(code), code === 0 ? say.accepted : nameOf(code, say))];
}

function publication(event: PublishLike, say: Vocabulary): readonly Part[] {
  const { dup, qos, retain, packetId, topic, bytes, truncated } = event;
  const parts = [quoted(topic)];
  if (bytes !== undefined) parts.push(words(say.bytes(bytes)));
  if (dup !== undefined) parts.push(dup ? coded("d1", say.dup.on) : coded("d0", say.dup.off));
  parts.push(qosPart(qos, say), retainPart(retain, say));
  if (packetId !== undefined) parts.push(identifier(packetId, say));
  if (truncated) parts.push(words(say.truncated));
  return parts;
}

function identifier(packetId: number, say: Vocabulary): Part {
  return coded(`m${packetId}`, say.packetId(packetId));
}

function optionalReason(code: number | undefined, say: Vocabulary): readonly Part[] {
  return code === undefined ? [] : [reason(code, say)];
}

function reason(code: number, say: Vocabulary): Part {
  return coded(`rc${code}`, nameOf(code, say));
}

function nameOf(code: number, say: Vocabulary): string {
  return say.code[code] ?? say.codeUnknown;
}
