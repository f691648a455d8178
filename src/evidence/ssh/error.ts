/** Why a server could not be used over SSH, told apart as far as it can be. */
import type { Text } from "../../words/text";

export type SshTrouble =
  | "host-unknown"
  | "unreachable"
  | "port-closed"
  | "not-ssh"
  | "no-common-algorithm"
  | "host-key-unknown"
  | "host-key-changed"
  | "host-key-revoked"
  | "login-refused"
  | "no-credentials"
  | "key-unreadable"
  | "key-encrypted"
  | "session-refused"
  | "no-log"
  | "lost";

export interface Details {
  /** `SHA256:…` of the key that the server showed. */
  readonly fingerprint?: string;
  /** The type of that key: `ssh-ed25519`. */
  readonly keyType?: string;
  /** Ways to log in that the server would still take: `password`, `publickey`, … */
  readonly methods?: readonly string[];
}

/** One sentence for the person who named the server; `kind` is for programs. */
export class SshError extends Error {
  constructor(
    readonly kind: SshTrouble,
    readonly text: Text,
    readonly details: Details = {},
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = "SshError";
  }
}
