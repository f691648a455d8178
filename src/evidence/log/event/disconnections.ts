/** A client's way out. */
import type { OfClient } from "./common";

/** Why a connection ended, as the log puts it. `errno` and `other` carry the log's words in `text`. */
export const CAUSES = [
  "clean",
  "closed",
  "timeout",
  "protocol-error",
  "malformed",
  "not-authorised",
  "oversize-packet",
  "oversize-payload",
  "taken-over",
  "administrative",
  "out-of-memory",
  "feature",
  "receive-maximum",
  "quota",
  "server-busy",
  "banned",
  "bad-authentication-method",
  "connection-rate",
  "topic-alias",
  "http-origin",
  "client-id",
  "implementation",
  "server-unavailable",
  "bad-login",
  "errno",
  "other",
] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * The end of a client's connection. 1.x calls many causes a socket error; such a line reads as `closed`. The takeover
 * of versions before 2.1 ("already connected, closing old connection") is the cause `taken-over`.
 */
export interface DisconnectedEvent extends OfClient {
  readonly kind: "disconnected";
  readonly cause: Cause;
  /** From 2.1.1 on. */
  readonly ip?: string;
  readonly port?: number;
  readonly text?: string;
}
export interface SessionExpiredEvent extends OfClient {
  readonly kind: "session-expired";
}
