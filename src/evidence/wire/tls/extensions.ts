/** The extensions of a hello message (RFC 8446, section 4.2), and what ClientHello and ServerHello write alike. */
import { MalformedTls, TlsFields } from "./fields";
import { extensionType, type Code } from "./names";

export interface Extension {
  readonly type: Code;
  /** Bytes of its content. */
  readonly length: number;
  readonly data: Buffer;
}

/** Numbers of the extensions that are read. */
export const EXTENSION = {
  serverName: 0,
  supportedGroups: 10,
  signatureAlgorithms: 13,
  alpn: 16,
  preSharedKey: 41,
  earlyData: 42,
  supportedVersions: 43,
  keyShare: 51,
} as const;

export class Extensions {
  private constructor(readonly list: readonly Extension[]) {}

  /** Reads the block that ends a hello; before TLS 1.3 it may be missing altogether. */
  static read(fields: TlsFields): Extensions {
    if (fields.left === 0) return new Extensions([]);
    const block = fields.vector(2, "extensions");
    return new Extensions(
      block.all((one) => {
        const type = extensionType(one.uint16("extension type"));
        const data = one.opaque(2, `extension ${type.name}`);
        return { type, length: data.length, data };
      }),
    );
  }

  has(id: number): boolean {
    return this.list.some(({ type }) => type.id === id);
  }

  /** What `read` makes of the extension's whole content; undefined where the hello has no such extension. */
  content<T>(id: number, read: (fields: TlsFields) => T): T | undefined {
    const found = this.list.find(({ type }) => type.id === id);
    if (found === undefined) return undefined;
    const fields = new TlsFields(found.data);
    try {
      const value = read(fields);
      fields.end("its content");
      return value;
    } catch (error) {
      if (error instanceof MalformedTls) throw new MalformedTls(`${found.type.name}: ${error.message}`);
      throw error;
    }
  }
}

/** A list of two-byte numbers with its length before it. */
export function codes(
  fields: TlsFields,
  lengthBytes: 1 | 2,
  what: string,
  name: (id: number) => Code,
): readonly Code[] {
  return fields.vector(lengthBytes, what).all((one) => name(one.uint16(what)));
}
