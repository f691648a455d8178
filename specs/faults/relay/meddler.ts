/** What a fault sees of the traffic, and what it may do to it. */
import type { Level, Packet } from "../../../src/evidence/wire/mqtt/packet";
import type { Side } from "../../../src/evidence/wire/rules";

/** One relayed connection. */
export interface Wire {
  /** Client id of its CONNECT; empty until that has come. */
  readonly client: string;
  readonly level: Level;
  /** Sends bytes to one side, as if they came from the other. */
  send(to: Side, bytes: Buffer): void;
  /** Ends both sides. */
  close(how: "fin" | "reset"): void;
}

/** A packet on its way. */
export interface Passing {
  readonly from: Side;
  readonly packet: Packet;
  readonly raw: Buffer;
  readonly wire: Wire;
  /** Every open connection of the run, this one among them. */
  readonly wires: Iterable<Wire>;
}

/** What becomes of a packet. The parts happen in this order. */
export interface Outcome {
  /** What goes on in its place: nothing when empty, itself when left out. */
  readonly on?: readonly Buffer[];
  /** What goes back to whoever sent it. */
  readonly back?: readonly Buffer[];
  /** Anything further, once these are sent. */
  readonly after?: () => void;
  /** Then both sides are closed. */
  readonly close?: "fin" | "reset";
}

/** One side has closed. */
export interface Closing {
  readonly by: Side;
  readonly wire: Wire;
}

export interface Meddler {
  /** @returns undefined for a packet that is none of its business: it goes on unchanged */
  packet?(passing: Passing): Outcome | undefined;
  /** @returns `keep` so that the other side is not told that this one closed; undefined to close it likewise */
  closing?(closing: Closing): "keep" | undefined;
}

/** Several in one: each packet is the business of the first that takes it. */
export function together(...meddlers: readonly Meddler[]): Meddler {
  return {
    packet: (passing) => first(meddlers, (meddler) => meddler.packet?.(passing)),
    closing: (closing) => first(meddlers, (meddler) => meddler.closing?.(closing)),
  };
}

function first<T>(meddlers: readonly Meddler[], ask: (meddler: Meddler) => T | undefined): T | undefined {
  for (const meddler of meddlers) {
    const answer = ask(meddler);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
