/**
 * Cuts a byte stream into MQTT control packets by their fixed header (clause 2.2), whatever the sizes of the reads: one
 * read is not one packet. Used by the tap, one instance a direction.
 */
export interface Frames {
  /** Whole packets, fixed header included. */
  readonly packets: readonly Buffer[];
  /** The stream can no longer be framed: a remaining length of more than four bytes. Everything from there on. */
  readonly unframed?: Buffer;
}

const MAX_LENGTH_BYTES = 4;

export class Framer {
  private chunks: Buffer[] = [];
  private size = 0;
  /** Bytes that must be there before looking again: keeps a large packet in many reads from being joined each time. */
  private wanted = 2;
  private lost = false;

  /** Bytes of a packet that is not complete yet. */
  get pending(): number {
    return this.size;
  }

  push(chunk: Buffer): Frames {
    if (this.lost) return { packets: [], unframed: chunk };
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.size < this.wanted) return { packets: [] };
    return this.cut(this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks, this.size));
  }

  private cut(bytes: Buffer): Frames {
    const packets: Buffer[] = [];
    let offset = 0;
    for (;;) {
      const length = frameLength(bytes, offset);
      if (length === "unframed") {
        this.lost = true;
        this.keep(Buffer.alloc(0), 0);
        return { packets, unframed: bytes.subarray(offset) };
      }
      if (length === undefined || offset + length > bytes.length) {
        this.keep(bytes.subarray(offset), length ?? bytes.length - offset + 1);
        return { packets };
      }
      packets.push(bytes.subarray(offset, offset + length));
      offset += length;
    }
  }

  private keep(rest: Buffer, wanted: number): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
    this.wanted = Math.max(2, wanted);
  }
}

/** Bytes of the packet that begins at `offset`; undefined while its header is not complete. */
function frameLength(bytes: Buffer, offset: number): number | "unframed" | undefined {
  let remaining = 0;
  for (let i = 0; i < MAX_LENGTH_BYTES; i++) {
    const byte = bytes[offset + 1 + i];
    if (byte === undefined) return undefined;
    remaining += (byte & 0x7f) * 128 ** i;
    if (byte < 0x80) return 1 + i + 1 + remaining;
  }
  return "unframed";
}
