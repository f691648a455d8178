/** Which packets of a connection call for another one, and which of those that answer have nothing to answer. */
import type { LogEvent } from "../../../evidence/log/event";
import type { Conversation } from "./conversations";
import type { ShownLine } from "./excerpt";

/** A packet that calls for another: `PUBACK` of the broker with the packet identifier 7. */
export interface Call {
  readonly line: ShownLine;
  readonly from: "client" | "broker";
  readonly type: string;
  readonly packetId: number;
}

/** An answer, and whether what it answers was seen. */
export interface Unmatched {
  /** Calls that nothing answers, in order. */
  readonly calls: readonly Call[];
  /** Answers that nothing called for, in order, as the call that they would fit. */
  readonly answers: readonly Call[];
}

const ANSWERS: ReadonlySet<string> = new Set([
  "PUBACK",
  "PUBREC",
  "PUBREL",
  "PUBCOMP",
  "SUBACK",
  "UNSUBACK",
  "PINGRESP",
]);

/** What is called for by packets other than PUBLISH. */
const CALLED: Readonly<Record<string, string>> = {
  PUBREC: "PUBREL",
  PUBREL: "PUBCOMP",
  SUBSCRIBE: "SUBACK",
  UNSUBSCRIBE: "UNSUBACK",
  PINGREQ: "PINGRESP",
};

/** Reason codes from here on end an exchange (MQTT 5, clause 2.4). */
const FAILED = 0x80;

export function unmatched({ lines }: Conversation): Unmatched {
  const [calls, answers] = [new Map<string, Call>(), [] as Call[]];
  for (const line of lines) {
    const packet = packetOf(line.event);
    if (packet === undefined) continue;
    const { type, from, packetId } = packet;
    if (ANSWERS.has(type) && !calls.delete(`${from} ${type} ${packetId}`)) answers.push({ line, ...packet });
    const called = calledBy(line.event, type);
    const other = from === "client" ? "broker" : "client";
    const key = `${other} ${called ?? ""} ${packetId}`;
    // A PUBLISH that is sent again calls for one answer.
    if (called !== undefined) calls.set(key, { line, from: other, type: called, packetId });
  }
  return { calls: [...calls.values()], answers };
}

function packetOf(event: LogEvent): Omit<Call, "line"> | undefined {
  if (event.kind === "publish-refused") return { from: "client", type: "PUBLISH", packetId: event.packetId };
  if (event.kind !== "packet") return undefined;
  return { from: event.from, type: event.type, packetId: "packetId" in event ? event.packetId : 0 };
}

function calledBy(event: LogEvent, type: string): string | undefined {
  if ("code" in event && type === "PUBREC" && (event.code ?? 0) >= FAILED) return undefined;
  if (!("qos" in event) || type !== "PUBLISH") return CALLED[type];
  return [undefined, "PUBACK", "PUBREC"][event.qos ?? 0];
}
