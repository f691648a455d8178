/** TCP as a capture shows it: segments of one connection, with sequence numbers that add up. */
import type { Side } from "../rules";

/** Flags of the TCP header (RFC 9293, section 3.1). */
export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const PSH = 0x08;
export const ACK = 0x10;

/** What one frame says on the level of TCP. */
export interface Segment {
  readonly from: Side;
  /** Of either side. */
  readonly ports: Readonly<Record<Side, number>>;
  readonly seq: number;
  /** 0 without the flag ACK. */
  readonly ack: number;
  readonly flags: number;
  readonly payload: Buffer;
}

const NOTHING = Buffer.alloc(0);

/** The two byte streams of one connection. */
export class Conversation {
  /** Sequence number of each side's next byte. They begin apart, as they would. */
  private readonly next: Record<Side, number> = { client: 0x1000_0000, broker: 0x5000_0000 };

  constructor(readonly ports: Readonly<Record<Side, number>>) {}

  /** The next segment of that side; it acknowledges all that the other side has sent. */
  segment(from: Side, flags: number, payload: Buffer = NOTHING): Segment {
    const seq = this.next[from];
    const ack = flags & ACK ? this.next[from === "client" ? "broker" : "client"] : 0;
    const length = payload.length + (flags & (SYN | FIN) ? 1 : 0);
    this.next[from] = (seq + length) % 2 ** 32;
    return { from, ports: this.ports, seq, ack, flags, payload };
  }

  /** A connection that is accepted. */
  opening(): Segment[] {
    return [this.segment("client", SYN), this.segment("broker", SYN | ACK), this.segment("client", ACK)];
  }

  /** A connection that is not: refused, or never answered. */
  attempt(answered: boolean): Segment[] {
    const syn = this.segment("client", SYN);
    if (!answered) return [syn];
    return [syn, { ...this.segment("broker", RST | ACK), seq: 0 }];
  }

  /** Bytes of that side in segments of at most `size`. */
  data(from: Side, bytes: Buffer, size: number): Segment[] {
    const segments: Segment[] = [];
    for (let at = 0; at < bytes.length; at += size)
      segments.push(this.segment(from, PSH | ACK, bytes.subarray(at, at + size)));
    return segments;
  }

  closing(from: Side, how: "fin" | "reset"): Segment {
    return this.segment(from, (how === "fin" ? FIN : RST) | ACK);
  }
}
