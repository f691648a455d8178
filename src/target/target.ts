/**
 * A started broker and what can be had of it. How it is reached and stopped is each kind's own business; what comes
 * after (evidence, judgement, report) sees only this.
 */
import type { Readable } from "node:stream";
import type { Text } from "../words/text";

export type TargetKind = "container" | "native" | "embedded" | "remote";

/**
 * What an exercise or a claim may need: `log` (independent log lines), `restart`, `mqtt5`, `ssh`, `tls`, `certificate`
 * (one is handed out to clients), and what the broker itself declares or shows (`qos1`, `qos2`, `retain`,
 * `large-packets`, `tls1.2`, `tls-in-log`); and of the machine `tshark`.
 */
export type Capability =
  | "log"
  | "restart"
  | "mqtt5"
  | "tls"
  | "tls1.2"
  | "tls-in-log"
  | "certificate"
  | "ssh"
  | "qos1"
  | "qos2"
  | "retain"
  | "wildcards"
  | "large-packets"
  | "tshark";

/** Where the log comes from. `narrator` and `none` give no stream. */
export interface LogOrigin {
  readonly kind: "container" | "process" | "command" | "file" | "ssh" | "narrator" | "none";
  /** For the report: `container 3f2a…`, `tail -F /var/log/…`. */
  readonly text: string;
  /**
   * Opens the log as bytes, as the source gives them, from now or from the broker's start. Ends when the source ends;
   * destroying the stream ends the source. Rejects with a `TargetError` when there is nothing to read.
   */
  open?(): Promise<Readable>;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Credentials {
  readonly username?: string;
  readonly password?: string;
}

/** The broker's second port, where MQTT goes inside TLS, and what a client needs to verify it. */
export interface TlsAccess {
  readonly address: Address;
  /** Name or address that the certificate must bear: `localhost`, or the host as its user named it. */
  readonly name: string;
  /** The certificate that is handed out to clients (`mosquitto.crt`), PEM; without it clients trust the system's authorities. */
  readonly certificate?: string;
}

/** A login that shows the broker's log, as `src/evidence/ssh/` takes it, with all that is needed to log in. */
export interface SshAccess {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password?: string;
  /** File with a private key. */
  readonly keyFile?: string;
  readonly passphrase?: string;
  /** Socket of an agent. */
  readonly agent?: string;
  /** `SHA256:…`; without it the user's known hosts decide. */
  readonly hostKey?: string;
}

/** A started target. Disposing stops what the run started and nothing else. */
export interface Target extends AsyncDisposable {
  readonly kind: TargetKind;
  /** Broker version where the target knows it without asking the broker. */
  readonly version?: string;
  readonly address: Address;
  /** Absent where the broker has no TLS port, or none was named; present exactly when `capabilities` has `tls`. */
  readonly tls?: TlsAccess;
  readonly credentials: Credentials;
  readonly log: LogOrigin;
  /** Present exactly when `capabilities` has `ssh`: the log is read through it. */
  readonly ssh?: SshAccess;
  readonly capabilities: ReadonlySet<Capability>;
  /** Why this one was taken and not the others. */
  readonly why: Text;
}

/** Something about the target that its user must mend; the text is all that is shown. */
export class TargetError extends Error {
  constructor(
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = "TargetError";
  }
}
