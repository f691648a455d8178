/**
 * MQTT control packets as they were on the wire, with nothing corrected: the names and numbers are those of MQTT 3.1.1
 * (and of MQTT 5 where it adds something). Made by `decode`, read by the narrator and by every claim.
 */

/** The 14 packet types of the lab sheet's figure 1, with its numbers, and AUTH of MQTT 5. */
export const PACKET_TYPES = {
  1: "CONNECT",
  2: "CONNACK",
  3: "PUBLISH",
  4: "PUBACK",
  5: "PUBREC",
  6: "PUBREL",
  7: "PUBCOMP",
  8: "SUBSCRIBE",
  9: "SUBACK",
  10: "UNSUBSCRIBE",
  11: "UNSUBACK",
  12: "PINGREQ",
  13: "PINGRESP",
  14: "DISCONNECT",
  15: "AUTH",
} as const;
export type PacketType = (typeof PACKET_TYPES)[keyof typeof PACKET_TYPES];

export type QoS = 0 | 1 | 2;

/** Protocol level of the CONNECT: 3 is MQTT 3.1, 4 is MQTT 3.1.1, 5 is MQTT 5. */
export type Level = 3 | 4 | 5;

interface Header {
  /** The low four bits of the first byte (clause 2.2.2). */
  readonly flags: number;
  /** Bytes of the whole packet, fixed header included. */
  readonly length: number;
}

export interface Will {
  readonly topic: string;
  readonly payload: Buffer;
  readonly qos: number;
  readonly retain: boolean;
}

export interface Connect extends Header {
  readonly type: "CONNECT";
  readonly protocolName: string;
  readonly level: number;
  /** Clean session (3.1.1) or clean start (5): the `c` of Mosquitto's log. */
  readonly cleanSession: boolean;
  /** Seconds: the `k` of Mosquitto's log. */
  readonly keepAlive: number;
  readonly clientId: string;
  readonly will?: Will;
  readonly username?: string;
  readonly hasPassword: boolean;
}

export interface Connack extends Header {
  readonly type: "CONNACK";
  readonly sessionPresent: boolean;
  /** Return code (3.1.1) or reason code (5). */
  readonly code: number;
  readonly properties?: Properties;
}

export interface Publish extends Header {
  readonly type: "PUBLISH";
  readonly dup: boolean;
  /** 3 is forbidden, but can be on the wire. */
  readonly qos: number;
  readonly retain: boolean;
  readonly topic: string;
  /** Absent at QoS 0. */
  readonly packetId?: number;
  readonly payload: Buffer;
}

/** The four acknowledgements of a PUBLISH. */
export interface Ack extends Header {
  readonly type: "PUBACK" | "PUBREC" | "PUBREL" | "PUBCOMP";
  readonly packetId: number;
  /** Only MQTT 5 can carry one; absent means success. */
  readonly code?: number;
}

export interface Subscribe extends Header {
  readonly type: "SUBSCRIBE";
  readonly packetId: number;
  readonly filters: readonly { readonly filter: string; readonly qos: number }[];
}

export interface Suback extends Header {
  readonly type: "SUBACK";
  readonly packetId: number;
  /** One a filter, in the filters' order: granted QoS, or 0x80 and above for a refusal. */
  readonly codes: readonly number[];
}

export interface Unsubscribe extends Header {
  readonly type: "UNSUBSCRIBE";
  readonly packetId: number;
  readonly filters: readonly string[];
}

export interface Unsuback extends Header {
  readonly type: "UNSUBACK";
  readonly packetId: number;
  /** MQTT 5 only. */
  readonly codes?: readonly number[];
}

export interface Bare extends Header {
  readonly type: "PINGREQ" | "PINGRESP";
}

export interface Disconnect extends Header {
  readonly type: "DISCONNECT" | "AUTH";
  /** MQTT 5 only; absent means 0. */
  readonly code?: number;
}

/** Bytes that are framed as MQTT but do not decode. */
export interface Malformed extends Header {
  readonly type: "MALFORMED";
  readonly why: string;
}

export type Packet =
  | Connect
  | Connack
  | Publish
  | Ack
  | Subscribe
  | Suback
  | Unsubscribe
  | Unsuback
  | Bare
  | Disconnect
  | Malformed;

/** The packet of that type; of a union of types, the union of their packets. */
export type PacketOf<T extends Packet["type"]> = T extends unknown ? OfType<Packet, T> : never;
type OfType<P, T> = P extends { readonly type: infer U }
  ? T extends U
    ? P & { readonly type: T }
    : never
  : never;

/** The MQTT 5 properties that the suite reads; others are passed over. */
export interface Properties {
  readonly maximumQoS?: number;
  readonly retainAvailable?: boolean;
  readonly maximumPacketSize?: number;
  readonly assignedClientId?: string;
  readonly wildcardAvailable?: boolean;
  readonly serverKeepAlive?: number;
  readonly reasonString?: string;
}

/**
 * One line for people: `PUBLISH d0 q1 r0 m7 'a/b' (5 bytes)`, in the letters of Mosquitto's log. Control characters,
 * which a broker under test may well send, are written as `\u0000`: they would act on a terminal.
 */
export function describe(packet: Packet): string {
  return words(packet).replace(
    /\p{Cc}/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function words(packet: Packet): string {
  const bit = (value: boolean) => (value ? "1" : "0");
  switch (packet.type) {
    case "CONNECT":
      return `CONNECT ${packet.clientId === "" ? "''" : packet.clientId} (level ${packet.level}, c${bit(packet.cleanSession)}, k${packet.keepAlive})`;
    case "CONNACK":
      return `CONNACK (session present ${bit(packet.sessionPresent)}, code ${packet.code})`;
    case "PUBLISH":
      return `PUBLISH d${bit(packet.dup)} q${packet.qos} r${bit(packet.retain)} m${packet.packetId ?? 0} '${packet.topic}' (${packet.payload.length} bytes)`;
    case "PUBACK":
    case "PUBREC":
    case "PUBREL":
    case "PUBCOMP":
      return `${packet.type} m${packet.packetId}${packet.code ? ` code ${packet.code}` : ""}`;
    case "SUBSCRIBE":
      return `SUBSCRIBE m${packet.packetId} ${packet.filters.map((f) => `'${f.filter}' q${f.qos}`).join(", ")}`;
    case "SUBACK":
      return `SUBACK m${packet.packetId} (${packet.codes.join(", ")})`;
    case "UNSUBSCRIBE":
      return `UNSUBSCRIBE m${packet.packetId} ${packet.filters.map((f) => `'${f}'`).join(", ")}`;
    case "UNSUBACK":
      return `UNSUBACK m${packet.packetId}`;
    case "DISCONNECT":
    case "AUTH":
      return packet.code ? `${packet.type} code ${packet.code}` : packet.type;
    case "MALFORMED":
      return `MALFORMED (${packet.why})`;
    default:
      return packet.type;
  }
}

/** Whether a CONNECT's protocol level is one that the suite reads. */
export function isLevel(level: number): level is Level {
  return level === 3 || level === 4 || level === 5;
}
