/** A part of the log that is known by what stands before and after it. */
import type { LogEntry } from "../../evidence/journal/entry";
import type { LogEvent } from "../../evidence/log/event";
import { fail } from "../finding";
import type { LogSighting } from "../log-view";
import type { Scene } from "../scene";

/** Lines between the logins of two clients, whoever they are about. Fails when the log has not got both logins. */
export function between(scene: Scene, before: string, after: string): readonly LogSighting[] {
  const [first, last] = [login(scene, before), login(scene, after)];
  return scene.wholeLog.sightings.filter(
    ({ entry }) => scene.precedes(first, entry) && scene.precedes(entry, last),
  );
}

function login(scene: Scene, role: string): LogEntry {
  const connect = scene.played("CONNECT", { role });
  const line = scene.logged(role, "client-connected")[0];
  return line?.entry ?? fail("New client connected …", NO_LINE, connect);
}

const NO_LINE = { en: "no such line in the log", fr: "aucune ligne de ce genre dans le journal" };

/**
 * The lines of a TLS handshake that failed, in either of the shapes that Mosquitto gives it: which one it is decides a
 * race within the broker, up to 2.0. Neither names the connection: OpenSSL's words tell one failure from another.
 * @param cause what OpenSSL must have complained of
 */
export function failedHandshake(
  lines: readonly LogSighting[],
  cause: (text: string) => boolean,
): readonly LogEntry[] | undefined {
  const short = lines.find(({ event }) => event.kind === "connection-failed" && cause(event.text));
  if (short) return [short.entry];
  const error = lines.findIndex(({ event }) => event.kind === "openssl-error" && cause(event.text));
  const end = lines.slice(error + 1).find(({ event }) => isProtocolError(event));
  const complaint = lines[error];
  return complaint && end ? [complaint.entry, end.entry] : undefined;
}

/** The word of the MQTT layer is written small, that of the system (EPROTO, what OpenSSL leaves behind) with a capital. */
export function isProtocolError(event: LogEvent): boolean {
  if (event.kind !== "disconnected") return false;
  return event.cause === "protocol-error" || event.text === "Protocol error";
}
