/**
 * Cuts a byte stream into pieces that tell their own length, whatever the sizes of the reads: one read is not one packet.
 * What a piece is, its protocol says: MQTT control packets, TLS records, handshake messages.
 */
export interface Cut {
  /** Whole pieces, header included. */
  readonly pieces: readonly Buffer[];
  /** The stream can no longer be cut. Everything from there on. */
  readonly rest?: Buffer;
}

/**
 * Bytes of the piece that begins at `offset`, header included; undefined while too little of it has come to tell;
 * `never` when no piece can begin with what is there.
 */
export type LengthAt = (bytes: Buffer, offset: number) => number | "never" | undefined;

export class Cutter {
  private chunks: Buffer[] = [];
  private size = 0;
  /** Bytes that must be there before looking again: keeps a large piece in many reads from being joined each time. */
  private wanted = 1;
  private lost = false;

  constructor(private readonly lengthAt: LengthAt) {}

  /** Bytes of a piece that is not complete yet. */
  get pending(): number {
    return this.size;
  }

  /** Those bytes. */
  rest(): Buffer {
    return Buffer.concat(this.chunks, this.size);
  }

  push(chunk: Buffer): Cut {
    if (this.lost) return { pieces: [], rest: chunk };
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.size < this.wanted) return { pieces: [] };
    return this.cut(this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks, this.size));
  }

  private cut(bytes: Buffer): Cut {
    const pieces: Buffer[] = [];
    let offset = 0;
    for (;;) {
      const length = this.lengthAt(bytes, offset);
      if (length === "never") {
        this.lost = true;
        this.keep(Buffer.alloc(0), 0);
        return { pieces, rest: bytes.subarray(offset) };
      }
      if (length === undefined || offset + length > bytes.length) {
        this.keep(bytes.subarray(offset), length ?? bytes.length - offset + 1);
        return { pieces };
      }
      pieces.push(bytes.subarray(offset, offset + length));
      offset += length;
    }
  }

  private keep(rest: Buffer, wanted: number): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
    this.wanted = wanted;
  }
}
