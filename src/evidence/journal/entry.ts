/**
 * What one run saw, one entry a sighting. Collectors write entries, claims read them, and nothing else passes between
 * the two. `at` is milliseconds since the run began, on a clock that never goes back.
 */
import type { Level, Packet } from "../wire/mqtt/packet";

/** Where a piece of evidence comes from, as the reports name it. */
export type Source = "wire" | "log" | "message" | "tls" | "ssh";

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
  /** Programs of this machine that exercises could use. */
  readonly tools?: readonly string[];
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

/** Which of the broker's ports a connection goes to: MQTT as it is (1883 on the sheet), or MQTT inside TLS (8883). */
export type Listener = "plain" | "tls";

/** One MQTT control packet, seen by the tap. */
export interface PacketEntry extends OnConnection {
  readonly event: "packet";
  readonly from: "client" | "broker";
  readonly packet: Packet;
  readonly raw: Buffer;
  readonly level: Level;
  /** The tap kept it: the other side never received it. */
  readonly withheld?: true;
  /** It went inside TLS: read at the client's end, where it is in clear. The tap saw only the records around it. */
  readonly inside?: "tls";
}

/** Bytes that cannot be framed as MQTT. */
export interface BytesEntry extends OnConnection {
  readonly event: "bytes";
  readonly from: "client" | "broker";
  readonly raw: Buffer;
  /** As of a packet. */
  readonly inside?: "tls";
}

/** A TCP connection through the tap was opened. */
export interface OpenedEntry extends OnConnection {
  readonly event: "opened";
  /** The tap's own port towards the broker: `<rport>` of the log unless something translates addresses. */
  readonly port?: number;
  /** Absent means `plain`. */
  readonly listener?: Listener;
}

/** The broker's port took no connection. */
export interface RefusedEntry extends OnConnection {
  readonly event: "refused";
  /** The operating system's word for it: `ECONNREFUSED`, `ETIMEDOUT`, `ENOTFOUND`. */
  readonly why: string;
  /** Absent means `plain`. */
  readonly listener?: Listener;
}

/** A TCP connection through the tap ended; `by` is who closed first. */
export interface ClosedEntry extends OnConnection {
  readonly event: "closed";
  readonly by: "client" | "broker" | "tap";
  readonly how: "fin" | "reset";
}

export type WireEntry = PacketEntry | BytesEntry | OpenedEntry | RefusedEntry | ClosedEntry;

interface OnTls extends Sighting {
  readonly source: "tls";
  readonly exercise: string;
  readonly role: string;
  /** Number of the TCP connection within the run. */
  readonly connection: number;
}

/** One TLS record, header included, seen by the tap (RFC 8446, section 5.1). Read with `src/evidence/wire/tls/`. */
export interface RecordEntry extends OnTls {
  readonly event: "record";
  readonly from: "client" | "broker";
  readonly raw: Buffer;
}

/** What the client's TLS library reports of a handshake that it completed: the name and the trust were verified by it. */
export interface EstablishedEntry extends OnTls {
  readonly event: "established";
  /** As OpenSSL names it: `TLSv1.3`. */
  readonly version: string;
  /** As the RFCs name it: `TLS_AES_256_GCM_SHA384`. */
  readonly cipher: string;
  /** Name or address that the certificate was verified for. */
  readonly name: string;
  /** What the broker served, DER. */
  readonly certificate: Buffer;
}

/** The client's TLS library ended the handshake. */
export interface RefusalEntry extends OnTls {
  readonly event: "refused";
  /** Node's word: `DEPTH_ZERO_SELF_SIGNED_CERT`, `ERR_TLS_CERT_ALTNAME_INVALID`, `CERT_HAS_EXPIRED`, `ECONNRESET`. */
  readonly code: string;
  /** The library's words. */
  readonly text: string;
  /** What the broker served, DER, where the handshake got that far. */
  readonly certificate?: Buffer;
}

/** One line of an NSS key log, with which a capture of this connection can be decrypted. */
export interface SecretEntry extends OnTls {
  readonly event: "secret";
  readonly text: string;
}

export type TlsEntry = RecordEntry | EstablishedEntry | RefusalEntry | SecretEntry;

/**
 * What an SSH server let a client do, or did not. `role` is the attempt.
 * `login` and `refused` are the outcome of logging in (`text`: by what, or why not); `granted`, `denied` and `unanswered` that of a
 * request (`text`: what was asked for); `output` is a line that a session printed, `unfinished` where the session was over
 * before the line was; `closed` its end, with the text `lost` where the connection broke off.
 */
export interface SshEntry extends Sighting {
  readonly source: "ssh";
  readonly exercise: string;
  readonly role: string;
  readonly event: "login" | "refused" | "granted" | "denied" | "unanswered" | "output" | "closed";
  readonly text: string;
  readonly unfinished?: true;
}

/** What tshark selected from a capture that was made of one exercise's connections. */
export interface SelectionEntry extends Sighting {
  readonly source: "capture";
  readonly exercise: string;
  /** The display filter, as the sheet writes it. */
  readonly filter: string;
  /** Whether tshark had the TLS secrets. */
  readonly decrypted: boolean;
  /** Version of tshark: `4.0.17`. */
  readonly tshark: string;
  /** Numbers of the selected frames, from 1, as in `captures/<exercise>.pcapng`. */
  readonly frames: readonly number[];
}

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

export type Entry =
  RunEntry | PlayEntry | WireEntry | TlsEntry | SshEntry | SelectionEntry | LogEntry | MessageEntry;
