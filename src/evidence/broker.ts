/** What the evidence tells of the broker itself: which software, which version, and which limits it declares. */
import type { Entry, PacketEntry, RecordEntry, RunEntry } from "./journal/entry";
import { versionNumber } from "./log/version";
import { handshakeMessages } from "./wire/tls/handshake";

export interface BrokerFacts {
  readonly software: "mosquitto" | "aedes" | "unknown";
  /** `2.0.11`; undefined when nothing tells. */
  readonly version: string | undefined;
  /** The target's capabilities, those that the broker declares or shows, and the tools of the machine. */
  readonly capabilities: ReadonlySet<string>;
}

/** Size of the largest packet that the exercises send, in bytes, with room for its header. */
const LARGE_PACKET = 110_000;

/**
 * Reads the target's own word, the broker's start line in the log, the retained `$SYS/broker/version`, and the limits in
 * a CONNACK of MQTT 5 (clause 3.2.2.3 of that version).
 */
export function brokerFacts(entries: readonly Entry[]): BrokerFacts {
  const run = entries.find((entry) => entry.source === "run");
  const kind = run?.target.kind;
  const said = run?.target.version ?? versionInLog(entries) ?? versionInSys(entries);
  const software = kind === "embedded" ? "aedes" : said === undefined ? "unknown" : "mosquitto";
  const told = declared(entries, run);
  const given = [...(run?.target.capabilities ?? []), ...(run?.tools ?? [])];
  const others = given.filter((name) => !(name in told));
  const capabilities = new Set([...others, ...Object.keys(told).filter((name) => told[name])]);
  return { software, version: said, capabilities };
}

/** True when `version` is at least `least`; undefined when the version is not known. */
export function atLeast(version: string | undefined, least: string): boolean | undefined {
  return version === undefined ? undefined : versionNumber(version) >= versionNumber(least);
}

function versionInLog(entries: readonly Entry[]): string | undefined {
  for (const entry of entries) {
    if (entry.source !== "log" || entry.by !== "broker") continue;
    const found = /\bmosquitto version (\d+\.\d+\.\d+)\S* (?:starting|running)/.exec(entry.text);
    if (found) return found[1];
  }
  return undefined;
}

function versionInSys(entries: readonly Entry[]): string | undefined {
  for (const { packet } of packetsOf(entries)) {
    if (packet.type !== "PUBLISH" || packet.topic !== "$SYS/broker/version") continue;
    return /mosquitto version (\d+\.\d+\.\d+)/.exec(packet.payload.toString())?.[1];
  }
  return undefined;
}

/** What only the broker can tell; until it was asked in MQTT 5, all but that is taken to be there. */
function declared(entries: readonly Entry[], run: RunEntry | undefined): Readonly<Record<string, boolean>> {
  const answer = packetsOf(entries).find(
    ({ level, packet }) => level === 5 && packet.type === "CONNACK" && packet.code === 0,
  );
  const limits = answer?.packet.type === "CONNACK" ? answer.packet.properties : undefined;
  return {
    mqtt5: answer !== undefined,
    qos1: (limits?.maximumQoS ?? 2) >= 1,
    qos2: (limits?.maximumQoS ?? 2) >= 2,
    retain: limits?.retainAvailable ?? true,
    wildcards: limits?.wildcardAvailable ?? true,
    "tls1.2": speaksTls12(entries),
    "tls-in-log": endsTls(entries, run),
    "large-packets": (limits?.maximumPacketSize ?? Infinity) >= LARGE_PACKET,
  };
}

/** Whether a ServerHello has chosen TLS 1.2: the probe offers no more, once. */
function speaksTls12(entries: readonly Entry[]): boolean {
  const records = entries.filter(
    (entry): entry is RecordEntry => entry.source === "tls" && entry.event === "record",
  );
  const connections = new Set(records.map(({ connection }) => connection));
  return [...connections].some((connection) =>
    handshakeMessages(records.filter((record) => record.connection === connection)).some(
      ({ serverHello }) => serverHello?.selectedVersion.name === "TLS 1.2",
    ),
  );
}

const NEW_CONNECTION = /\bNew connection from .* on port (\d+)/;

/**
 * Whether TLS ends at the broker whose log this is: then the probe's handshakes have left connections on a second port.
 * Where a proxy ends it, every connection comes in on the same port. A log without such lines tells nothing.
 */
function endsTls(entries: readonly Entry[], run: RunEntry | undefined): boolean {
  if (run?.target.capabilities.includes("tls") !== true) return false;
  const ports = new Set(
    entries.flatMap((entry) =>
      entry.source === "log" && entry.by === "broker" ? (NEW_CONNECTION.exec(entry.text)?.[1] ?? []) : [],
    ),
  );
  return ports.size !== 1;
}

function packetsOf(entries: readonly Entry[]): PacketEntry[] {
  return entries.filter((entry) => entry.source === "wire" && entry.event === "packet");
}
