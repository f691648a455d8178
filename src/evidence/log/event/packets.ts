/** MQTT packets that the log tells of. */
import type { OfClient } from "./common";

interface PacketLine extends OfClient {
  readonly kind: "packet";
  /** `client` is the log's "Received … from", `broker` its "Sending … to". */
  readonly from: "client" | "broker";
}

export interface ConnackEvent extends PacketLine {
  readonly from: "broker";
  readonly type: "CONNACK";
  readonly sessionPresent: boolean;
  readonly code: number;
}

export interface PublishFields extends OfClient {
  readonly dup: boolean;
  readonly qos: number;
  readonly retain: boolean;
  /** 0 at QoS 0. */
  readonly packetId: number;
  readonly topic: string;
  /** Of the payload. Absent when the line was cut. */
  readonly bytes?: number;
  /** The broker cut the line at 999 bytes: the topic is only its beginning. */
  readonly truncated?: true;
}

export interface PublishEvent extends PacketLine, PublishFields {
  readonly type: "PUBLISH";
}

export interface AckEvent extends PacketLine {
  readonly type: "PUBACK" | "PUBREC" | "PUBREL" | "PUBCOMP";
  readonly packetId: number;
  /** Reason code that the broker decided, printed for 3.1.1 too. Never on PUBREL, sent PUBCOMP or received PUBREC. */
  readonly code?: number;
}

export interface AuthEvent extends PacketLine {
  readonly type: "AUTH";
  readonly code: number;
  readonly method: string;
}

/** Packets that the log only names. */
export interface BareEvent extends PacketLine {
  readonly type: "SUBSCRIBE" | "SUBACK" | "UNSUBSCRIBE" | "UNSUBACK" | "PINGREQ" | "PINGRESP" | "DISCONNECT";
  /** Only a DISCONNECT that the broker sends has one. */
  readonly code?: number;
}

export type PacketEvent = ConnackEvent | PublishEvent | AckEvent | AuthEvent | BareEvent;

/** A PUBLISH that the broker did not take; the line stands in place of "Received PUBLISH". */
export interface PublishRefusedEvent extends PublishFields {
  readonly kind: "publish-refused";
  readonly why: "denied" | "too-large";
}

/** A delivery that was not made, or a publication over a quota (plugins of 2.1 only). */
export interface DeliveryRefusedEvent extends OfClient {
  readonly kind: "delivery-refused";
  readonly qos: number;
  readonly retain: boolean;
  readonly topic: string;
  readonly bytes: number;
}
export interface QuotaEvent extends OfClient {
  readonly kind: "quota-exceeded";
  readonly from: "client" | "broker";
}
