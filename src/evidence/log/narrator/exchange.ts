/** The packets of an accepted client, as the log tells them. */
import type { PacketEntry } from "../../journal/entry";
import type { Ack, Packet, Publish, Suback, Subscribe } from "../../wire/mqtt/packet";
import type { AckEvent, LogEvent } from "../event";
import { atLeast } from "../version";

/** Codes of SUBACK from here on refuse (MQTT-3.9.3). */
const REFUSED = 0x80;
/** Reason code that the log gives a denied publication, in every protocol version. */
const NOT_AUTHORISED = 135;

export class Exchange {
  /** SUBSCRIBEs that wait for the broker's decision, by packet identifier. */
  private readonly asked = new Map<number, Subscribe>();
  /** Packet identifiers of publications that the broker denied. */
  private readonly denied = new Set<number>();

  constructor(
    readonly client: string,
    private readonly version: string,
  ) {}

  packet({ packet, from }: PacketEntry): LogEvent[] {
    switch (packet.type) {
      case "PUBLISH":
        return [this.publish(packet, from)];
      case "PUBACK":
      case "PUBREC":
      case "PUBREL":
      case "PUBCOMP":
        return [this.ack(packet, from)];
      default:
        return from === "client" ? this.received(packet) : this.sent(packet);
    }
  }

  private received(packet: Packet): LogEvent[] {
    const { client } = this;
    if (packet.type === "SUBSCRIBE") {
      this.asked.set(packet.packetId, packet);
    } else if (packet.type === "UNSUBSCRIBE") {
      const named = packet.filters.flatMap((filter): LogEvent[] => [
        { kind: "topic", topic: filter },
        { kind: "unsubscription", client, filter },
      ]);
      return [{ kind: "packet", from: "client", type: packet.type, client }, ...named];
    } else if (packet.type !== "PINGREQ") return [];
    return [{ kind: "packet", from: "client", type: packet.type, client }];
  }

  private sent(packet: Packet): LogEvent[] {
    const { client } = this;
    if (packet.type !== "SUBACK" && packet.type !== "UNSUBACK" && packet.type !== "PINGRESP") return [];
    const decided = packet.type === "SUBACK" ? this.decided(packet) : [];
    return [...decided, { kind: "packet", from: "broker", type: packet.type, client }];
  }

  /** The filters of a SUBSCRIBE stand in the log between its line and that of the SUBACK, with what was granted. */
  private decided({ packetId, codes }: Suback): LogEvent[] {
    const filters = this.asked.get(packetId)?.filters ?? [];
    this.asked.delete(packetId);
    return filters.flatMap(({ filter, qos }, i): LogEvent[] => {
      const code = codes[i] ?? REFUSED;
      if (code >= REFUSED) return [this.refused(filter, qos)];
      return [
        { kind: "subscribe-filter", filter, qos: code },
        { kind: "subscription", client: this.client, qos: code, filter },
      ];
    });
  }

  private refused(filter: string, qos: number): LogEvent {
    if (atLeast(this.version, "2.1.0")) return { kind: "subscribe-filter", filter, denied: true };
    return { kind: "subscribe-filter", filter, qos };
  }

  private publish(packet: Publish, from: "client" | "broker"): LogEvent {
    const { dup, qos, retain, topic, packetId = 0, payload } = packet;
    const fields = { client: this.client, dup, qos, retain, packetId, topic, bytes: payload.length };
    // No client may publish below $SYS; other denials cannot be seen on the wire of MQTT 3.1.1.
    if (from === "client" && topic.startsWith("$SYS")) {
      this.denied.add(packetId);
      return { kind: "publish-refused", why: "denied", ...fields };
    }
    if (from === "client") this.denied.delete(packetId);
    return { kind: "packet", from, type: "PUBLISH", ...fields };
  }

  private ack({ type, packetId, code = 0 }: Ack, from: "client" | "broker"): AckEvent {
    const event: AckEvent = { kind: "packet", from, type, client: this.client, packetId };
    if (!showsCode(type, from)) return event;
    const isDenial = from === "broker" && this.denied.has(packetId);
    return { ...event, code: isDenial ? NOT_AUTHORISED : code };
  }
}

/** Which acknowledgements the log prints a reason code for. */
function showsCode(type: Ack["type"], from: "client" | "broker"): boolean {
  if (from === "broker") return type === "PUBACK" || type === "PUBREC";
  return type === "PUBACK" || type === "PUBCOMP";
}
