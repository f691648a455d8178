/** What a client did wrong, or too much of. */
import type { OfClient } from "./common";

/** `Protocol error from <id or ip:port>: <text>` */
export interface ProtocolErrorEvent extends OfClient {
  readonly kind: "protocol-error";
  readonly text: string;
}
/** `Invalid QoS in PUBLISH from <client>, disconnecting.`: `fault` is the first word, `of` what it is said of. */
export interface InvalidEvent extends OfClient {
  readonly kind: "invalid";
  readonly fault: "invalid" | "invalid-connect" | "empty" | "too-high";
  readonly of: string;
}
export interface MultipleConnectEvent extends OfClient {
  readonly kind: "multiple-connect";
}
export interface UnknownPacketIdEvent extends OfClient {
  readonly kind: "unknown-packet-id";
  readonly type: "PUBACK" | "PUBREC" | "PUBREL" | "PUBCOMP";
  readonly packetId: number;
}
export interface ReusedPacketIdEvent extends OfClient {
  readonly kind: "reused-packet-id";
  readonly packetId: number;
}
export interface ReceiveMaximumEvent extends OfClient {
  readonly kind: "receive-maximum-exceeded";
}
/** Messages wait for this client beyond the broker's limits; one line an episode. */
export interface DroppedEvent extends OfClient {
  readonly kind: "outgoing-dropped";
}
export interface TooLargeEvent extends OfClient {
  readonly kind: "outgoing-too-large" | "packet-too-large";
  readonly bytes: number;
}
