/** REFERENCE of MQTT packets in the log: "Received … from" and "Sending … to", and what stands in their place. */
import type {
  AckEvent,
  AuthEvent,
  BareEvent,
  ConnackEvent,
  DeliveryRefusedEvent,
  PublishEvent,
  PublishRefusedEvent,
  QuotaEvent,
} from "../event/packets";
import { bit, free, int, word } from "./field";
import { type Form, line } from "./form";

const client = free("client");
const packetId = int("packetId");
const code = int("code");
const [dup, qos, retain, topic] = [bit("dup"), int("qos"), bit("retain"), free("topic", 0)];
const bytes = int("bytes");

const connack = line<ConnackEvent>({
  kind: "packet",
  from: "broker",
  type: "CONNACK",
})`Sending CONNACK to ${client} (${bit("sessionPresent")}, ${code})`;

const received = { kind: "packet", from: "client", type: "PUBLISH" } as const;
const sending = { kind: "packet", from: "broker", type: "PUBLISH" } as const;
const denied = { kind: "publish-refused", why: "denied" } as const;
const tooLarge = { kind: "publish-refused", why: "too-large" } as const;

const publishes: Form[] = [
  line<PublishEvent>(
    received,
  )`Received PUBLISH from ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}', ... (${bytes} bytes))`,
  line<PublishEvent>(
    sending,
  )`Sending PUBLISH to ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}', ... (${bytes} bytes))`,
  line<PublishRefusedEvent>(
    denied,
  )`Denied PUBLISH from ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}', ... (${bytes} bytes))`,
  line<PublishRefusedEvent>(
    tooLarge,
  )`Dropped too large PUBLISH from ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}', ... (${bytes} bytes))`,
  line<DeliveryRefusedEvent>(
    { kind: "delivery-refused" },
    { since: "2.1.0" },
  )`Denied PUBLISH to ${client} (q${qos}, r${retain}, '${topic}', ... (${bytes} bytes))`,
  line<QuotaEvent>(
    { kind: "quota-exceeded", from: "client" },
    { since: "2.1.0" },
  )`Rejected PUBLISH from ${client}, quota exceeded.`,
  line<QuotaEvent>(
    { kind: "quota-exceeded", from: "broker" },
    { since: "2.1.0" },
  )`Rejected PUBLISH to ${client}, quota exceeded.`,
];

const cut = { truncated: true } as const;

/** The PUBLISH lines without their tail, for lines that the broker cut; only read where a line was cut. */
export const cutPublishes: readonly Form[] = [
  line<PublishEvent>({
    ...received,
    ...cut,
  })`Received PUBLISH from ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}`,
  line<PublishEvent>({
    ...sending,
    ...cut,
  })`Sending PUBLISH to ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}`,
  line<PublishRefusedEvent>({
    ...denied,
    ...cut,
  })`Denied PUBLISH from ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}`,
  line<PublishRefusedEvent>({
    ...tooLarge,
    ...cut,
  })`Dropped too large PUBLISH from ${client} (d${dup}, q${qos}, r${retain}, m${packetId}, '${topic}`,
];

const from = (type: AckEvent["type"]) => ({ kind: "packet", from: "client", type }) as const;
const to = (type: AckEvent["type"]) => ({ kind: "packet", from: "broker", type }) as const;
const old = { until: "1.6.0" };

// The spellings differ by direction and by type: `m1`, `Mid: 1`, and an `RC:` without a space behind it.
const acks: Form[] = [
  line<AckEvent>(to("PUBACK"))`Sending PUBACK to ${client} (m${packetId}, rc${code})`,
  line<AckEvent>(to("PUBREC"))`Sending PUBREC to ${client} (m${packetId}, rc${code})`,
  line<AckEvent>(to("PUBREL"))`Sending PUBREL to ${client} (m${packetId})`,
  line<AckEvent>(to("PUBCOMP"))`Sending PUBCOMP to ${client} (m${packetId})`,
  line<AckEvent>(from("PUBACK"))`Received PUBACK from ${client} (Mid: ${packetId}, RC:${code})`,
  line<AckEvent>(from("PUBREC"))`Received PUBREC from ${client} (Mid: ${packetId})`,
  line<AckEvent>(from("PUBREL"))`Received PUBREL from ${client} (Mid: ${packetId})`,
  line<AckEvent>(from("PUBCOMP"))`Received PUBCOMP from ${client} (Mid: ${packetId}, RC:${code})`,
  line<AckEvent>(to("PUBACK"), old)`Sending PUBACK to ${client} (Mid: ${packetId})`,
  line<AckEvent>(to("PUBREC"), old)`Sending PUBREC to ${client} (Mid: ${packetId})`,
  line<AckEvent>(to("PUBREL"), old)`Sending PUBREL to ${client} (Mid: ${packetId})`,
  line<AckEvent>(to("PUBCOMP"), old)`Sending PUBCOMP to ${client} (Mid: ${packetId})`,
  line<AckEvent>(from("PUBACK"), old)`Received PUBACK from ${client} (Mid: ${packetId})`,
  line<AckEvent>(from("PUBCOMP"), old)`Received PUBCOMP from ${client} (Mid: ${packetId})`,
];

const bareFrom = (type: BareEvent["type"]) =>
  line<BareEvent>({ kind: "packet", from: "client", type })([`Received ${type} from `, ""], client);
const bareTo = (type: BareEvent["type"]) =>
  line<BareEvent>({ kind: "packet", from: "broker", type })([`Sending ${type} to `, ""], client);

const bare: Form[] = [
  ...(["SUBSCRIBE", "UNSUBSCRIBE", "PINGREQ", "DISCONNECT"] as const).map(bareFrom),
  ...(["SUBACK", "UNSUBACK", "PINGRESP"] as const).map(bareTo),
  // The wrong way round: a client that plays the broker, or a bridge.
  ...(["SUBACK", "UNSUBACK", "PINGRESP"] as const).map(bareFrom),
  ...(["SUBSCRIBE", "UNSUBSCRIBE", "PINGREQ"] as const).map(bareTo),
  line<BareEvent>({
    kind: "packet",
    from: "broker",
    type: "DISCONNECT",
  })`Sending DISCONNECT to ${client} (rc${code})`,
];

const auth: Form[] = [
  line<AuthEvent>({
    kind: "packet",
    from: "client",
    type: "AUTH",
  })`Received AUTH from ${client} (rc${code}, ${word("method")})`,
  line<AuthEvent>({
    kind: "packet",
    from: "broker",
    type: "AUTH",
  })`Sending AUTH to ${client} (rc${code}, ${word("method")})`,
];

export const packets: readonly Form[] = [connack, ...publishes, ...acks, ...bare, ...auth];
