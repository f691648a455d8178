/** Whether a server is the one that is meant: by the key that was handed out, or by the user's known hosts. */
import type { SshAccess } from "./access";
import { SshError } from "./error";
import { algorithms, fingerprint, type HostKeyAlgorithm, typeOf } from "./host-key";
import { lookUp } from "./known-hosts";
import * as say from "./sentences";

export interface Trust {
  /** What to ask the server for: keys that are on file first. */
  readonly algorithms: readonly HostKeyAlgorithm[];
  /** The fingerprint does not tell the type of its key: the server may have others that it was not asked for. */
  readonly anyType: boolean;
  /** @throws SshError `host-key-…` unless the key is the server's */
  judge(key: Buffer): void;
}

export async function trustIn(access: SshAccess): Promise<Trust> {
  const { hostKey } = access;
  if (hostKey !== undefined)
    return { algorithms: algorithms([]), anyType: true, judge: pinned(access, hostKey) };
  const known = await lookUp(access.host, access.port, access.knownHosts);
  return {
    algorithms: algorithms(known.types),
    anyType: false,
    judge: (key) => {
      const shown = { fingerprint: fingerprint(key), keyType: typeOf(key) };
      switch (known.judge(key)) {
        case "known":
          return;
        case "unknown":
          throw new SshError("host-key-unknown", say.hostKeyUnknown(access, shown), shown);
        case "changed":
          throw new SshError("host-key-changed", say.hostKeyChanged(access, shown), shown);
        case "revoked":
          throw new SshError("host-key-revoked", say.hostKeyRevoked(access, shown), shown);
      }
    },
  };
}

function pinned(access: SshAccess, expected: string): Trust["judge"] {
  return (key) => {
    const shown = { fingerprint: fingerprint(key), keyType: typeOf(key) };
    if (shown.fingerprint === expected) return;
    throw new SshError("host-key-changed", say.hostKeyNotPinned(access, shown, expected), shown);
  };
}
