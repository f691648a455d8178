/** Reads the primitive fields of MQTT (clauses 1.5 and 2.2.3) from one packet's bytes. Throws `MalformedPacket`. */
export class MalformedPacket extends Error {}

/** Strict: clause 1.5.3 forbids what TextDecoder would mend silently; U+FEFF is kept (MQTT-1.5.3-3). */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class FieldReader {
  constructor(
    private readonly bytes: Buffer,
    private offset = 0,
  ) {}

  get left(): number {
    return this.bytes.length - this.offset;
  }

  byte(what: string): number {
    const value = this.bytes[this.offset];
    if (value === undefined) throw new MalformedPacket(`${what} is missing at byte ${this.offset}`);
    this.offset += 1;
    return value;
  }

  uint16(what: string): number {
    return this.byte(what) * 256 + this.byte(what);
  }

  uint32(what: string): number {
    return this.uint16(what) * 65536 + this.uint16(what);
  }

  /** Variable byte integer (clause 2.2.3): at most four bytes. */
  variable(what: string): number {
    let value = 0;
    for (let i = 0; i < 4; i++) {
      const byte = this.byte(what);
      value += (byte & 0x7f) * 128 ** i;
      if (byte < 0x80) return value;
    }
    throw new MalformedPacket(`${what} takes more than four bytes`);
  }

  take(length: number, what: string): Buffer {
    if (length > this.left) {
      throw new MalformedPacket(
        `${what} wants ${length} bytes at byte ${this.offset}, ${this.left} are left`,
      );
    }
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  binary(what: string): Buffer {
    return this.take(this.uint16(what), what);
  }

  string(what: string): string {
    const bytes = this.binary(what);
    try {
      return utf8.decode(bytes);
    } catch {
      throw new MalformedPacket(`${what} is not UTF-8`);
    }
  }

  rest(): Buffer {
    return this.take(this.left, "the rest");
  }

  end(): void {
    if (this.left > 0) throw new MalformedPacket(`${this.left} bytes too many at byte ${this.offset}`);
  }
}
