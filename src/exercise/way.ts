/** How a client of an exercise reaches the broker: its line of the tap, and TLS inside it where it uses that. */
import type { Duplex } from "node:stream";
import type { Line } from "../evidence/wire/tap";

export interface Way {
  readonly line: Line;
  /** Connects and makes the handshake; absent for MQTT as it is. */
  readonly dial?: () => Promise<Duplex>;
}
