/** A line of a broker's log together with what the lines before it tell: whose it is, and which packet it goes with. */
import type { LogEvent } from "../../evidence/log/event";
import type { LogLine } from "../../evidence/log/line";
import { LineParser } from "../../evidence/log/line-parser";
import type { Owner } from "./explanation";

/** The message types of the standard, by their numbers from 1 on (table 2.1; AUTH is of MQTT 5). */
export const PACKETS = [
  "CONNECT",
  "CONNACK",
  "PUBLISH",
  "PUBACK",
  "PUBREC",
  "PUBREL",
  "PUBCOMP",
  "SUBSCRIBE",
  "SUBACK",
  "UNSUBSCRIBE",
  "UNSUBACK",
  "PINGREQ",
  "PINGRESP",
  "DISCONNECT",
  "AUTH",
] as const;
export type PacketName = (typeof PACKETS)[number];

export interface Entry {
  readonly line: LogLine;
  readonly event: LogEvent | undefined;
  /** Identifier of the client that the line is about, as far as the log tells. */
  readonly client: string | undefined;
  /** The packet that the line is, or that it belongs to: the will of a CONNECT, a filter of a SUBSCRIBE. */
  readonly packet: PacketName | undefined;
  /** Set for a line that only completes another; the same object for all lines of one packet. */
  readonly owner: Owner | undefined;
}

/** Reads the lines of one log in order. */
export class EntryReader {
  private readonly parser = new LineParser();
  private owner: Owner | undefined;

  read(raw: string): Entry {
    const line = this.parser.parse(raw);
    const { event } = line;
    if (event === undefined) return { line, event, client: undefined, packet: undefined, owner: undefined };
    const owner = this.ownerOf(event);
    const client = "client" in event ? event.client : owner?.client;
    return { line, event, client, packet: owner?.type ?? packetOf(event), owner };
  }

  /** Whose line this is, if it completes another; one that does not may begin something that others complete. */
  private ownerOf(event: LogEvent): Owner | undefined {
    switch (event.kind) {
      case "no-will":
      case "will":
      case "topic":
      case "subscribe-filter":
      case "negotiated":
        return this.owner;
      case "subscription":
      case "unsubscription":
        return this.owner?.client === event.client ? this.owner : undefined;
      default:
        this.owner = begun(event);
        return undefined;
    }
  }
}

function begun(event: LogEvent): Owner | undefined {
  if (event.kind === "client-connected") return { client: event.client, type: "CONNECT" };
  if (event.kind !== "packet" || event.from !== "client") return undefined;
  const { client, type } = event;
  return type === "SUBSCRIBE" || type === "UNSUBSCRIBE" ? { client, type } : undefined;
}

function packetOf(event: LogEvent): PacketName | undefined {
  switch (event.kind) {
    case "packet":
    case "unknown-packet-id":
      return event.type;
    case "client-connected":
    case "multiple-connect":
      return "CONNECT";
    case "publish-refused":
    case "delivery-refused":
    case "quota-exceeded":
      return "PUBLISH";
    case "subscription":
      return "SUBSCRIBE";
    case "unsubscription":
      return "UNSUBSCRIBE";
    case "disconnected":
      // In order, that is after the packet of that name.
      return event.cause === "clean" ? "DISCONNECT" : undefined;
    default:
      return undefined;
  }
}
