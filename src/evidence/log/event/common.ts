/** What many events share. */

/** `<ip>:<port>` of the client; 1.x prints the address alone. */
export interface Peer {
  readonly ip: string;
  readonly port?: number;
}

export interface OfClient {
  /** Client identifier; the bare address or `<unknown>` while the broker has accepted none. */
  readonly client: string;
}
