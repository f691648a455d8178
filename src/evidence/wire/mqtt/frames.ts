/**
 * Cuts a byte stream into MQTT control packets by their fixed header (clause 2.2), whatever the sizes of the reads: one
 * read is not one packet. Used by the tap, one instance a direction.
 */
import { Cutter } from "../cutter";

export interface Frames {
  /** Whole packets, fixed header included. */
  readonly packets: readonly Buffer[];
  /** The stream can no longer be framed: a remaining length of more than four bytes. Everything from there on. */
  readonly unframed?: Buffer;
}

const MAX_LENGTH_BYTES = 4;

export class Framer {
  private readonly cutter = new Cutter(frameLength);

  /** Bytes of a packet that is not complete yet. */
  get pending(): number {
    return this.cutter.pending;
  }

  push(chunk: Buffer): Frames {
    const { pieces, rest } = this.cutter.push(chunk);
    return { packets: pieces, ...(rest === undefined ? {} : { unframed: rest }) };
  }
}

/** Bytes of the packet that begins at `offset`; undefined while its header is not complete. */
function frameLength(bytes: Buffer, offset: number): number | "never" | undefined {
  let remaining = 0;
  for (let i = 0; i < MAX_LENGTH_BYTES; i++) {
    const byte = bytes[offset + 1 + i];
    if (byte === undefined) return undefined;
    remaining += (byte & 0x7f) * 128 ** i;
    if (byte < 0x80) return 1 + i + 1 + remaining;
  }
  return "never";
}
