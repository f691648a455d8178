/** A server's public key, as SSH sends it (RFC 4253, section 6.6). */
import { createHash } from "node:crypto";

/** `SHA256:…`, as `ssh` and `ssh-keygen -l` print it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}

/** Its type, which stands first in it: `ssh-ed25519`. */
export function typeOf(key: Buffer): string {
  const length = key.length < 4 ? 0 : key.readUInt32BE(0);
  return key.subarray(4, 4 + length).toString("latin1");
}

/** Signature algorithms for keys of each type, in the order of preference. A key of type `ssh-rsa` can sign in three ways. */
const ALGORITHMS = {
  "ssh-ed25519": ["ssh-ed25519"],
  "ecdsa-sha2-nistp256": ["ecdsa-sha2-nistp256"],
  "ecdsa-sha2-nistp384": ["ecdsa-sha2-nistp384"],
  "ecdsa-sha2-nistp521": ["ecdsa-sha2-nistp521"],
  "ssh-rsa": ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"],
} as const;

type KeyType = keyof typeof ALGORITHMS;
export type HostKeyAlgorithm = (typeof ALGORITHMS)[KeyType][number];

const KEY_TYPES = Object.keys(ALGORITHMS) as readonly KeyType[];

/** What to ask a server for: keys of `first` types before all others, none of `without`. */
export function algorithms(
  first: readonly string[],
  without: readonly string[] = [],
): readonly HostKeyAlgorithm[] {
  const types = KEY_TYPES.filter((type) => !without.includes(type));
  const preferred = types.filter((type) => first.includes(type));
  const others = types.filter((type) => !first.includes(type));
  return [...preferred, ...others].flatMap((type) => [...ALGORITHMS[type]]);
}
