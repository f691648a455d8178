/** The certificates that exercises and faults ask for by name. Each use makes a new one. */
import { authority, selfSigned, signedBy, type CertifiedKey } from "./certificate";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a broker of this machine is called, by whoever runs it. */
export const LOCAL_NAMES: readonly string[] = ["localhost", "127.0.0.1", "::1"];

/** Now and `days` days; what is wrong about a date is wrong by days, so that no clock hides it. */
function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY_MS);
}

export const RECIPES = {
  /** Right in every respect, for the names of this machine. */
  good: () => selfSigned({ names: LOCAL_NAMES }),
  /** Valid until two days ago. */
  expired: () => selfSigned({ names: LOCAL_NAMES, notBefore: inDays(-30), notAfter: inDays(-2) }),
  /** Valid from the day after tomorrow. */
  "not-yet-valid": () => selfSigned({ names: LOCAL_NAMES, notBefore: inDays(2), notAfter: inDays(30) }),
  /** For another machine; the name is one that nobody has (RFC 2606). */
  "wrong-name": () => selfSigned({ names: ["broker.example"] }),
  /** The right names, signed by an authority that nobody was told of; its own certificate is thrown away. */
  "other-ca": async () => signedBy(await authority("Another authority"), { names: LOCAL_NAMES }),
  /**
   * RSA with 1024 bits, which OpenSSL refuses from security level 2 on, Debian's. A Mosquitto there shows it with the line
   * `ciphers DEFAULT@SECLEVEL=0`.
   */
  "weak-key": () => selfSigned({ names: LOCAL_NAMES, key: "rsa1024" }),
} satisfies Readonly<Record<string, () => Promise<CertifiedKey>>>;

export type Recipe = keyof typeof RECIPES;
