/** The ports that a capture shows: the broker's as the lab sheet names them, and for each connection a client's own. */
import type { Entry, Listener } from "../../journal/entry";

/** Section 1.3.1 of the lab sheet; Wireshark knows MQTT on the one, and TLS with MQTT inside on the other. */
export const BROKER_PORT: Readonly<Record<Listener, number>> = { plain: 1883, tls: 8883 };

/** First of the ports that no service is registered for (RFC 6335, section 6). */
const FIRST_FREE = 49152;
const LAST = 65535;
/** Ports below are services'. */
const LOWEST = 1024;

/**
 * A client port for each connection: the one that the tap had, as the broker's log has it, unless an earlier connection
 * had it too. Two connections never share one, so that Wireshark keeps their streams apart.
 */
export function clientPorts(entries: readonly Entry[]): ReadonlyMap<number, number> {
  const ports = new Map<number, number>();
  const taken = new Set(Object.values(BROKER_PORT));
  for (const entry of entries) {
    if (entry.source !== "wire" || entry.event !== "opened" || ports.has(entry.connection)) continue;
    if (!isClients(entry.port) || taken.has(entry.port)) continue;
    ports.set(entry.connection, entry.port);
    taken.add(entry.port);
  }
  let free = FIRST_FREE;
  for (const entry of entries) {
    if (!("connection" in entry) || ports.has(entry.connection)) continue;
    while (taken.has(free) && taken.size < LAST - LOWEST) free = free === LAST ? LOWEST : free + 1;
    ports.set(entry.connection, free);
    taken.add(free);
  }
  return ports;
}

function isClients(port: number | undefined): port is number {
  return port !== undefined && Number.isInteger(port) && port >= LOWEST && port <= LAST;
}
