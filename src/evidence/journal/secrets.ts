/** What of a journal would give a password away. */
import type { Entry, SecretEntry } from "./entry";

/** A line with which TLS can be decrypted. */
export function isSecret(entry: Entry): entry is SecretEntry {
  return entry.source === "tls" && entry.event === "secret";
}

/** A CONNECT that logged in with a password. Every client of a run logs in alike. */
export function hasPassword(entry: Entry): boolean {
  if (entry.source !== "wire" || entry.event !== "packet") return false;
  return entry.packet.type === "CONNECT" && entry.packet.hasPassword;
}
