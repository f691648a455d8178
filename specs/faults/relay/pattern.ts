/** Which packets a fault is about. What is left out does not matter. */
import type { Packet } from "../../../src/evidence/wire/mqtt/packet";
import type { Side } from "../../../src/evidence/wire/rules";
import type { Passing, Wire } from "./meddler";

export interface Pattern<T extends Packet["type"] = Packet["type"]> {
  readonly from: Side;
  readonly type: T;
  /** Part of the client in its exercise, as `stage.client(role)` names it. */
  readonly role?: string;
  /** Topic of a PUBLISH, or one of the filters: a string means its last levels. */
  readonly topic?: string | RegExp;
  readonly packetId?: number;
  readonly qos?: number;
  readonly retain?: boolean;
  readonly dup?: boolean;
  /** Only the n-th such packet of the run, counted from 1. */
  readonly nth?: number;
  /** Anything else. */
  readonly where?: (passing: Passing) => boolean;
}

/** @returns a test that counts for `nth`, so that one is made for each play */
export function matcher(pattern: Pattern): (passing: Passing) => boolean {
  let count = 0;
  return (passing) => fits(pattern, passing) && (pattern.nth === undefined || ++count === pattern.nth);
}

const CLIENT_ID_LENGTH = 23;

/** Whether a connection is that role's. Client ids are `<run>-<number>-<role>`, cut at 23 characters. */
export function plays(wire: Wire, role: string): boolean {
  const [, id] = /^[^-]+-\d+-(.+)$/s.exec(wire.client) ?? [];
  if (id === undefined) return false;
  return wire.client.length < CLIENT_ID_LENGTH ? id === role : role.startsWith(id);
}

function fits(pattern: Pattern, passing: Passing): boolean {
  const { packet } = passing;
  if (passing.from !== pattern.from || packet.type !== pattern.type) return false;
  if (pattern.role !== undefined && !plays(passing.wire, pattern.role)) return false;
  if (pattern.topic !== undefined && !topics(packet).some((topic) => isTopic(topic, pattern.topic)))
    return false;
  const fields = packet as { readonly [K in "packetId" | "qos" | "retain" | "dup"]?: unknown };
  const differs = (key: "packetId" | "qos" | "retain" | "dup") =>
    pattern[key] !== undefined && pattern[key] !== fields[key];
  if (differs("packetId") || differs("qos") || differs("retain") || differs("dup")) return false;
  return pattern.where?.(passing) ?? true;
}

function topics(packet: Passing["packet"]): readonly string[] {
  if (packet.type === "PUBLISH") return [packet.topic];
  if (packet.type === "SUBSCRIBE") return packet.filters.map(({ filter }) => filter);
  return packet.type === "UNSUBSCRIBE" ? packet.filters : [];
}

function isTopic(topic: string, wanted: string | RegExp | undefined): boolean {
  if (wanted instanceof RegExp) return wanted.test(topic);
  return topic === wanted || topic.endsWith(`/${wanted ?? ""}`);
}
