/** What the broker says of itself. */

export interface VersionEvent {
  readonly kind: "version";
  readonly state: "starting" | "running" | "terminating";
  readonly version: string;
}
export interface RunningAsEvent {
  readonly kind: "running-as";
  readonly user: string;
}
/** Without a path: `Using default config.` */
export interface ConfigEvent {
  readonly kind: "config";
  readonly path?: string;
}
export interface ConfigErrorEvent {
  readonly kind: "config-error";
  /** `<file>:<line>` */
  readonly where: string;
}
export interface SupportEvent {
  readonly kind: "support";
  readonly feature: string;
  readonly available: boolean;
}
export interface ListeningEvent {
  readonly kind: "listening";
  /** `ipv4`, `ipv6`, `websockets`, `http api`, `unix` */
  readonly on: string;
  readonly port?: number;
  readonly path?: string;
}
export interface LocalOnlyEvent {
  readonly kind: "local-only";
}
export interface SavingEvent {
  readonly kind: "saving";
  readonly path: string;
}
export interface RestoredEvent {
  readonly kind: "restored";
  readonly count: number;
  readonly what: string;
}
export interface ReloadingEvent {
  readonly kind: "reloading";
}
export interface TroubleEvent {
  readonly kind: "error" | "warning";
  readonly text: string;
}
/** One entry of OpenSSL's error queue. */
export interface OpensslErrorEvent {
  readonly kind: "openssl-error";
  readonly text: string;
  readonly index?: number;
  /** While starting (2.1 words it differently). */
  readonly startup?: true;
}
/** A line of another family that the broker cut at 999 bytes: `text` is what is left of it. */
export interface CutEvent {
  readonly kind: "cut";
  readonly text: string;
}
