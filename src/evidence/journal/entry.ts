/**
 * What one run saw, one entry a sighting. Collectors write entries, claims read them, and nothing else passes between
 * the two. `at` is milliseconds since the run began, on a clock that never goes back.
 */
import type { Level, Packet } from "../wire/mqtt/packet";

/** Where a piece of evidence comes from, as the reports name it. */
export type Source = "wire" | "log" | "message";

interface Sighting {
  /** Milliseconds since the run began, monotonic, with fractions. */
  readonly at: number;
}

/** First entry of every journal: what was run, against what. */
export interface RunEntry extends Sighting {
  readonly source: "run";
  /** Fresh for each run; part of every client id and topic. */
  readonly run: string;
  /** Wall clock, ISO 8601. */
  readonly startedAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly target: TargetFacts;
  /** Ids of the exercises that were to be played: the same ones are judged when the journal is read again. */
  readonly exercises?: readonly string[];
}

/** What a run knows of its target, as `results.json` has it. */
export interface TargetFacts {
  readonly kind: "container" | "native" | "embedded" | "remote";
  /** Broker version such as `2.0.11`, once known. */
  readonly version?: string;
  /** `host:port` */
  readonly address: string;
  readonly tlsAddress?: string;
  readonly logSource: string;
  readonly capabilities: readonly string[];
  /** Why this target was taken and not another, in both languages. */
  readonly why: { readonly en: string; readonly fr: string };
}

/** What the player did: beginnings, ends, and the steps that a claim may need to know. */
export interface PlayEntry extends Sighting {
  readonly source: "play";
  readonly exercise: string;
  /**
   * `began` and `ended` frame an exercise; `stopped` ends it before its time (`text` says what it was waiting for, `data` says it in both languages);
   * `actor` introduces a client (`role`, `client`); `mark` is a step that claims refer to by `name`.
   */
  readonly event: "began" | "ended" | "stopped" | "actor" | "mark";
  readonly role?: string;
  readonly client?: string;
  readonly name?: string;
  readonly text?: string;
  readonly data?: unknown;
}

interface OnConnection extends Sighting {
  readonly source: "wire";
  readonly exercise: string;
  /** The part that the client plays in its exercise: `publisher`, `subscriber`, … */
  readonly role: string;
  /** Number of the TCP connection within the run. */
  readonly connection: number;
}

/** One MQTT control packet, seen by the tap. */
export interface PacketEntry extends OnConnection {
  readonly event: "packet";
  readonly from: "client" | "broker";
  readonly packet: Packet;
  readonly raw: Buffer;
  readonly level: Level;
  /** The tap kept it: the other side never received it. */
  readonly withheld?: true;
}

/** Bytes that cannot be framed as MQTT. */
export interface BytesEntry extends OnConnection {
  readonly event: "bytes";
  readonly from: "client" | "broker";
  readonly raw: Buffer;
}

/** A TCP connection through the tap was opened. */
export interface OpenedEntry extends OnConnection {
  readonly event: "opened";
  /** The tap's own port towards the broker: `<rport>` of the log unless something translates addresses. */
  readonly port?: number;
}

/** The broker's port took no connection. */
export interface RefusedEntry extends OnConnection {
  readonly event: "refused";
  /** The operating system's word for it: `ECONNREFUSED`, `ETIMEDOUT`, `ENOTFOUND`. */
  readonly why: string;
}

/** A TCP connection through the tap ended; `by` is who closed first. */
export interface ClosedEntry extends OnConnection {
  readonly event: "closed";
  readonly by: "client" | "broker" | "tap";
  readonly how: "fin" | "reset";
}

export type WireEntry = PacketEntry | BytesEntry | OpenedEntry | RefusedEntry | ClosedEntry;

/** One line of the broker's log, as it came, without its line end. */
export interface LogEntry extends Sighting {
  readonly source: "log";
  readonly text: string;
  /** A line that the narrator wrote is no independent evidence. */
  readonly by: "broker" | "narrator";
}

/** An application message that a client library handed to its user. */
export interface MessageEntry extends Sighting {
  readonly source: "message";
  readonly exercise: string;
  readonly role: string;
  readonly topic: string;
  readonly payload: Buffer;
  readonly qos: number;
  readonly retain: boolean;
  readonly dup: boolean;
}

export type Entry = RunEntry | PlayEntry | WireEntry | LogEntry | MessageEntry;
