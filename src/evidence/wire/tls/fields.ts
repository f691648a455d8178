/** Reads TLS's presentation language (RFC 8446, section 3) from one handshake message. */

/** What every reader of this folder throws, and nothing else: bytes that are not what their place demands. */
export class MalformedTls extends Error {}

export class TlsFields {
  private offset = 0;

  constructor(private readonly bytes: Buffer) {}

  get left(): number {
    return this.bytes.length - this.offset;
  }

  uint8(what: string): number {
    return this.take(1, what).readUInt8();
  }

  uint16(what: string): number {
    return this.take(2, what).readUInt16BE();
  }

  uint24(what: string): number {
    return this.take(3, what).readUIntBE(0, 3);
  }

  take(length: number, what: string): Buffer {
    if (length > this.left) {
      throw new MalformedTls(`${what} wants ${length} bytes at byte ${this.offset}, ${this.left} are left`);
    }
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  /** A vector whose length stands before it in `lengthBytes` bytes. */
  vector(lengthBytes: 1 | 2 | 3, what: string): TlsFields {
    return new TlsFields(this.opaque(lengthBytes, what));
  }

  /** Such a vector's bytes. */
  opaque(lengthBytes: 1 | 2 | 3, what: string): Buffer {
    const length = this.take(lengthBytes, `the length of ${what}`).readUIntBE(0, lengthBytes);
    return this.take(length, what);
  }

  /** Everything that is left, as elements of one kind. */
  all<T>(element: (fields: TlsFields) => T): T[] {
    const found: T[] = [];
    while (this.left > 0) found.push(element(this));
    return found;
  }

  end(what: string): void {
    if (this.left > 0) throw new MalformedTls(`${this.left} bytes too many after ${what}`);
  }
}
