/** From the lines of one connection to the packets that they tell of, in the names of the wire. */
import type { AckEvent, LogEvent, PublishEvent } from "../../../evidence/log/event";
import type { Packet, Publish, Subscribe } from "../../../evidence/wire/mqtt/packet";
import type { Conversation } from "./conversations";

export interface Told {
  readonly from: "client" | "broker";
  readonly packet: Packet;
}

/** What the log does not tell of a packet. */
const UNTOLD = { flags: 0, length: 0 };

export function toldPackets({ client, lines }: Conversation): Told[] {
  const events = lines.map(({ event }) => event);
  const numbers = subscriptionNumbers(events);
  return events.flatMap((event, i): Told[] => {
    switch (event.kind) {
      case "client-connected":
        return [{ from: "client", packet: connect(client, event.c, event.k) }];
      case "publish-refused":
        return [{ from: "client", packet: publish(event) }];
      case "packet":
        return packetOf(event, numbers[i] ?? 0, () => filtersAfter(events, i));
      default:
        return [];
    }
  });
}

function packetOf(
  event: Extract<LogEvent, { kind: "packet" }>,
  packetId: number,
  filters: () => Subscribe["filters"],
): Told[] {
  const { from, type } = event;
  switch (type) {
    case "CONNACK":
      return [{ from, packet: { ...UNTOLD, type, sessionPresent: event.sessionPresent, code: event.code } }];
    case "PUBLISH":
      return [{ from, packet: publish(event) }];
    case "PUBACK":
    case "PUBREC":
    case "PUBREL":
    case "PUBCOMP":
      return [{ from, packet: ack(event) }];
    case "SUBSCRIBE":
      return [{ from, packet: { ...UNTOLD, flags: 2, type, packetId, filters: filters() } }];
    case "SUBACK":
      return [{ from, packet: { ...UNTOLD, type, packetId, codes: [] } }];
    case "PINGREQ":
    case "PINGRESP":
      return [{ from, packet: { flags: 0, length: 2, type } }];
    default:
      return [];
  }
}

function connect(clientId: string, cleanSession: boolean, keepAlive: number): Packet {
  const form = { ...UNTOLD, protocolName: "MQTT", level: 4, hasPassword: false };
  return { ...form, type: "CONNECT", clientId, cleanSession, keepAlive };
}

const NOTHING = Buffer.alloc(0);

/** The payload is not in the log. */
function publish({
  dup,
  qos,
  retain,
  topic,
  packetId,
}: Omit<PublishEvent, "kind" | "from" | "type">): Publish {
  const fields = { ...UNTOLD, type: "PUBLISH", dup, qos, retain, topic, payload: NOTHING } as const;
  return qos === 0 ? fields : { ...fields, packetId };
}

/** In the form that the standard gives it. */
function ack({ type, packetId, code }: AckEvent): Packet {
  const form = { flags: type === "PUBREL" ? 2 : 0, length: 4, type, packetId };
  return code === undefined ? form : { ...form, code };
}

/**
 * SUBSCRIBE and SUBACK have packet identifiers on the wire and none in the log: the broker answers in order, so the first
 * answer takes the number of the first question that has none.
 */
function subscriptionNumbers(events: readonly LogEvent[]): number[] {
  const open: number[] = [];
  let next = 1;
  return events.map((event) => {
    if (event.kind !== "packet") return 0;
    if (event.type === "SUBACK") return open.shift() ?? next++;
    if (event.type === "SUBSCRIBE") open.push(next);
    return event.type === "SUBSCRIBE" ? next++ : 0;
  });
}

/** The filters of the SUBSCRIBE at `i`: its lines come before the next packet. */
function filtersAfter(events: readonly LogEvent[], i: number): Subscribe["filters"] {
  const rest = events.slice(i + 1);
  const end = rest.findIndex(({ kind }) => kind === "packet");
  const own = end === -1 ? rest : rest.slice(0, end);
  return own.flatMap((event) =>
    event.kind === "subscribe-filter" || event.kind === "subscription"
      ? [{ filter: event.filter, qos: event.qos ?? 0 }]
      : [],
  );
}
