/** Which acknowledgements belong to the messages of interest: an acknowledgement names no topic, only a packet identifier. */
import type { EventOf } from "../../evidence/log/event";

type Packet = EventOf<"packet">;
export type Ack = Extract<Packet, { type: "PUBACK" | "PUBREC" | "PUBREL" | "PUBCOMP" }>;
export type Publish = Extract<Packet, { type: "PUBLISH" }>;

/** Exchanges that are remembered; those that nobody completes would otherwise be kept for ever. */
const MOST = 10_000;

export class Exchanges {
  private readonly open = new Set<string>();

  /** A PUBLISH, and whether it is of interest. Its identifier may have stood for another message before. */
  begin({ client, from, packetId, qos }: Publish, isWanted: boolean): void {
    if (qos === 0) return;
    const key = keyOf(client, from, packetId);
    this.open.delete(key);
    if (!isWanted) return;
    this.open.add(key);
    const [oldest] = this.open;
    if (this.open.size > MOST && oldest !== undefined) this.open.delete(oldest);
  }

  /** Whether the acknowledgement is one of a message of interest. */
  owns({ client, from, type, packetId }: Ack): boolean {
    // PUBREL comes from who sent the PUBLISH, the others from who received it (clause 4.3).
    const publisher = type === "PUBREL" ? from : from === "client" ? "broker" : "client";
    const key = keyOf(client, publisher, packetId);
    return type === "PUBACK" || type === "PUBCOMP" ? this.open.delete(key) : this.open.has(key);
  }
}

function keyOf(client: string, publisher: string, packetId: number): string {
  return `${publisher} ${packetId} ${client}`;
}
