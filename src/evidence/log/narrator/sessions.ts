/** Which client identifiers the broker has a session for, and so whose session a new connection takes over. */
import type { Connack, Connect } from "../../wire/mqtt/packet";
import { atLeast } from "../version";

/** A connection as its successor sees it. */
export interface Predecessor {
  /** Tells it that it was displaced; true if it was still connected. */
  displace(): boolean;
  readonly ip: string;
  readonly port?: number;
}

export class Sessions {
  private readonly last = new Map<string, { owner: Predecessor; keeps: boolean }>();

  constructor(private readonly version: string) {}

  /**
   * A client was accepted. Returns the connection that the log says was taken over: one that was still open, and from
   * 2.1.0 on also the last one of a session that was kept.
   */
  accepted(client: string, owner: Predecessor, connect: Connect, connack: Connack): Predecessor | undefined {
    const before = this.last.get(client);
    this.last.set(client, { owner, keeps: !connect.cleanSession && connect.level !== 5 });
    if (before === undefined) return undefined;
    const wasOpen = before.owner.displace();
    const wasKept = connack.sessionPresent || before.keeps;
    return wasOpen || (wasKept && atLeast(this.version, "2.1.0")) ? before.owner : undefined;
  }
}
