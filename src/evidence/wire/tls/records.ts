/** Cuts a byte stream into TLS records (RFC 8446, section 5.1), whatever the sizes of the reads. */
export interface Records {
  /** Whole records, header included. */
  readonly records: readonly Buffer[];
  /** What cannot be a record, and everything after it. */
  readonly unframed?: Buffer;
}

const HEADER = 5;

/** Whether a direction begins with a TLS record; undefined while there is too little to tell. */
export function looksLikeTls(first: Buffer): boolean | undefined {
  const [type, major, minor] = first;
  if (type === undefined) return undefined;
  if (type < 20 || type > 23) return false;
  if (major === undefined) return undefined;
  if (major !== 3) return false;
  return minor === undefined ? undefined : minor >= 1 && minor <= 4;
}

export class RecordCutter {
  private rest: Buffer = Buffer.alloc(0);

  get pending(): number {
    return this.rest.length;
  }

  push(chunk: Buffer): Records {
    let bytes = Buffer.concat([this.rest, chunk]);
    const records: Buffer[] = [];
    while (bytes.length >= HEADER) {
      const length = HEADER + bytes.readUInt16BE(3);
      if (bytes.length < length) break;
      records.push(bytes.subarray(0, length));
      bytes = bytes.subarray(length);
    }
    this.rest = bytes;
    return { records };
  }
}
