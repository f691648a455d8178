/** What the log tells of one connection, from its first byte to its end. */
import type { ClosedEntry, PacketEntry } from "../../journal/entry";
import type { Connack, Connect, Disconnect, PacketOf } from "../../wire/mqtt/packet";
import type { Cause, LogEvent } from "../event";
import { atLeast, protocolNumber } from "../version";
import { Exchange } from "./exchange";
import type { Predecessor, Sessions } from "./sessions";

/** The tap reaches its broker over loopback; where something translates addresses, the log has another. */
const LOOPBACK = "127.0.0.1";

/** Return codes that refuse a login: 3.1.1 (4, 5) and 5 (134, 135). */
const UNAUTHORISED: ReadonlySet<number> = new Set([4, 5, 134, 135]);

/** Causes that a DISCONNECT of the broker names (MQTT 5, table 3-10). */
const CAUSES: Readonly<Record<number, Cause>> = {
  0x81: "malformed",
  0x82: "protocol-error",
  0x8d: "timeout",
  0x95: "oversize-packet",
  0x98: "administrative",
};

export class Conversation implements Predecessor {
  readonly ip = LOOPBACK;
  readonly port?: number;
  private connect: Connect | undefined;
  private exchange: Exchange | undefined;
  private state: "new" | "refused" | "accepted" | "unknown" | "cut" | "ended" = "new";
  /** Milliseconds of the last packet that the broker received. */
  private heard = 0;
  private cause: Cause | undefined;
  private unexplained = false;
  /** What the client sent before it had its CONNACK (clause 3.1.4 allows it): the broker reads it afterwards. */
  private readonly early: PacketEntry[] = [];

  constructor(
    private readonly version: string,
    private readonly sessions: Sessions,
    port: number | undefined,
  ) {
    if (port !== undefined) this.port = port;
  }

  opened(listener: number): LogEvent[] {
    return [{ kind: "new-connection", ...this.peer(), listener }];
  }

  packet(entry: PacketEntry): LogEvent[] {
    const { packet, from } = entry;
    if (from === "client") this.heard = entry.at;
    if (packet.type === "MALFORMED") return this.garbled();
    if (from === "client" && packet.type === "CONNECT" && this.state === "new") this.connect = packet;
    else if (from === "client" && this.state === "new") this.early.push(entry);
    if (from === "broker" && packet.type === "CONNACK" && this.state === "new") {
      return [...this.answered(packet), ...this.early.splice(0).flatMap((sent) => this.packet(sent))];
    }
    if (packet.type === "DISCONNECT" && this.state === "accepted") return this.disconnect(from, packet);
    // What the broker sent before it learnt of the tap's cut comes after the cut.
    const told = this.state === "accepted" || (this.state === "cut" && from === "broker");
    return told ? (this.exchange?.packet(entry) ?? []) : [];
  }

  /** After bytes that are no MQTT, how the broker words the end is not foretold. */
  garbled(): LogEvent[] {
    this.state = "unknown";
    return [];
  }

  closed(entry: ClosedEntry): LogEvent[] {
    const cause = this.causeOf(entry);
    // The broker closed it and the wire does not tell why: a successor may, whose CONNACK comes after.
    this.unexplained = cause === undefined && this.state === "accepted";
    // The cause is worded by what the connection was until now.
    const told = cause === undefined ? [] : [this.disconnected(cause)];
    this.state = entry.by === "tap" && this.state === "accepted" ? "cut" : "ended";
    return told;
  }

  displace(): boolean {
    const wasOpen = this.state === "accepted" || this.unexplained;
    this.state = "ended";
    this.unexplained = false;
    return wasOpen;
  }

  private answered(connack: Connack): LogEvent[] {
    const { connect } = this;
    if (connect === undefined) return [];
    const { sessionPresent, code } = connack;
    const client =
      code === 0 ? connect.clientId || connack.properties?.assignedClientId : this.refusedName(code);
    this.state = code === 0 ? "accepted" : "refused";
    if (code !== 0 && !UNAUTHORISED.has(code)) this.state = "unknown";
    if (client === undefined) return this.garbled();
    const line = { kind: "packet", from: "broker", type: "CONNACK", client, sessionPresent, code } as const;
    if (code !== 0) return [line];
    this.exchange = new Exchange(client, this.version);
    return [...this.takeover(client, connect, connack), ...this.accepted(client, connect), line];
  }

  private takeover(client: string, connect: Connect, connack: Connack): LogEvent[] {
    const before = this.sessions.accepted(client, this, connect, connack);
    return before === undefined ? [] : [ended(client, "taken-over", before)];
  }

  private accepted(client: string, connect: Connect): LogEvent[] {
    const level = connect.level & 0x7f;
    const p = protocolNumber(level, this.version);
    return [
      {
        kind: "client-connected",
        ...this.peer(),
        client,
        ...(p === undefined ? {} : { p }),
        c: connect.cleanSession,
        k: connect.keepAlive,
        ...(connect.username ? { user: connect.username } : {}),
        ...(level === connect.level ? {} : { bridge: true as const }),
      },
      ...willLines(connect),
    ];
  }

  private disconnect(from: "client" | "broker", packet: Disconnect): LogEvent[] {
    if (from === "broker") {
      // Mosquitto logs no DISCONNECT of its own, only why it closes.
      this.cause = CAUSES[packet.code ?? 0];
      if (this.cause === undefined) this.state = "unknown";
      return [];
    }
    this.state = "ended";
    return [{ kind: "packet", from, type: "DISCONNECT", client: this.name() }, this.disconnected("clean")];
  }

  /** Why the log says that the connection ended; undefined where the wire leaves it open or it was said before. */
  private causeOf({ by, at }: ClosedEntry): Cause | undefined {
    if (this.state === "refused") return "not-authorised";
    if (this.state === "ended" || this.state === "unknown") return undefined;
    if (by !== "broker") return "closed";
    return this.cause ?? (this.silentTooLong(at) ? "timeout" : undefined);
  }

  /** Longer than one and a half keep alives, in whole seconds as Mosquitto counts (MQTT-3.1.2-24). */
  private silentTooLong(at: number): boolean {
    const keepAlive = this.connect?.keepAlive ?? 0;
    return (
      this.state === "accepted" && keepAlive > 0 && at - this.heard >= Math.floor(1.5 * keepAlive) * 1000
    );
  }

  private disconnected(cause: Cause): LogEvent {
    return ended(this.state === "refused" ? this.loginName() : this.name(), cause, this);
  }

  /** The accepted client, or what the log calls a connection without one. */
  private name(): string {
    return this.exchange?.client ?? (atLeast(this.version, "2.1.0") ? LOOPBACK : "<unknown>");
  }

  /** Whom a refusing CONNACK goes to: from 2.0.13 on a refused login is called by its identifier. */
  private refusedName(code: number): string | undefined {
    const named = UNAUTHORISED.has(code) && atLeast(this.version, "2.0.13");
    return named ? this.connect?.clientId || undefined : LOOPBACK;
  }

  private loginName(): string {
    return atLeast(this.version, "2.0.13") ? (this.connect?.clientId ?? "") : "<unknown>";
  }

  private peer() {
    return { ip: this.ip, ...(this.port === undefined ? {} : { port: this.port }) };
  }
}

function ended(client: string, cause: Cause, { ip, port }: Predecessor): LogEvent {
  return { kind: "disconnected", client, cause, ip, ...(port === undefined ? {} : { port }) };
}

function willLines({ will }: PacketOf<"CONNECT">): LogEvent[] {
  if (will === undefined) return [{ kind: "no-will" }];
  const { topic, payload, qos, retain } = will;
  return [
    { kind: "will", bytes: payload.length, retain, qos },
    { kind: "topic", topic },
  ];
}
