/** Which sentence suits an error of Node's. */
import type { TLSSocket } from "node:tls";
import type { WordKey } from "./problem";

const TCP: Readonly<Record<string, WordKey>> = {
  ENOTFOUND: "not_found",
  EAI_AGAIN: "not_found",
  ECONNREFUSED: "refused",
  ETIMEDOUT: "silent",
  ECONNRESET: "not_mqtt",
  EPIPE: "not_mqtt",
};

const CERTIFICATE: Readonly<Record<string, WordKey>> = {
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "wrong_name",
};

export function whyNoTcp({ code = "" }: NodeJS.ErrnoException): WordKey {
  return TCP[code] ?? "unreachable";
}

export function whyNoTls(error: NodeJS.ErrnoException, socket: TLSSocket): WordKey {
  const { code = "", message } = error;
  const found = CERTIFICATE[code];
  if (found !== undefined) return found;
  // Set as soon as the broker's certificate has been looked at and not been accepted.
  if ((socket.authorizationError as unknown) != null) return "untrusted";
  if (/alert/i.test(`${code} ${message}`)) return "tls_failed";
  if (/^(ERR_SSL|EPROTO|ECONNRESET|EPIPE)/.test(code)) return "not_tls";
  return whyNoTcp(error);
}
