/** What the log says when a client breaks the rules or takes too little. */
import type {
  DroppedEvent,
  InvalidEvent,
  MultipleConnectEvent,
  ProtocolErrorEvent,
  ReceiveMaximumEvent,
  ReusedPacketIdEvent,
  TooLargeEvent,
  UnknownPacketIdEvent,
} from "../event/misdeeds";
import { free, int } from "./field";
import { type Form, line } from "./form";

const client = free("client");
const packetId = int("packetId");
const of = free("of");

const unknownPacketId = (["PUBACK", "PUBREC", "PUBREL", "PUBCOMP"] as const).map((type) =>
  line<UnknownPacketIdEvent>({ kind: "unknown-packet-id", type })(
    [`Warning: Received ${type} from `, " for an unknown packet identifier ", "."],
    client,
    packetId,
  ),
);

const invalid: Form[] = [
  line<InvalidEvent>({ kind: "invalid", fault: "invalid" })`Invalid ${of} from ${client}, disconnecting.`,
  line<InvalidEvent>({ kind: "invalid", fault: "empty" })`Empty ${of} from ${client}, disconnecting.`,
  line<InvalidEvent>({ kind: "invalid", fault: "too-high" })`Too high ${of} from ${client}, disconnecting.`,
  line<InvalidEvent>({
    kind: "invalid",
    fault: "invalid-connect",
  })`Invalid ${of} in CONNECT from ${client}.`,
];

export const misdeeds: readonly Form[] = [
  ...unknownPacketId,
  ...invalid,
  line<ProtocolErrorEvent>({ kind: "protocol-error" })`Protocol error from ${client}: ${free("text")}`,
  line<MultipleConnectEvent>({
    kind: "multiple-connect",
  })`Bad client ${client} sending multiple CONNECT messages.`,
  line<ReusedPacketIdEvent>({
    kind: "reused-packet-id",
  })`Reused message ID ${packetId} from ${client} detected. Clearing from storage.`,
  line<ReceiveMaximumEvent>({
    kind: "receive-maximum-exceeded",
  })`Client ${client} has exceeded its receive-maximum quota. This behaviour must be fixed on the client.`,
  line<DroppedEvent>({
    kind: "outgoing-dropped",
  })`Outgoing messages are being dropped for client ${client}.`,
  line<TooLargeEvent>({
    kind: "outgoing-too-large",
  })`Dropping too large outgoing PUBLISH for ${client} (${int("bytes")} bytes)`,
];
