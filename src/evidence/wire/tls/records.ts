/**
 * Cuts a byte stream into TLS records by their header (RFC 8446, section 5.1), whatever the sizes of the reads. Used by
 * the tap, one instance a direction.
 */
import { Cutter } from "../cutter";

export interface Records {
  /** Whole records, header included. */
  readonly records: readonly Buffer[];
  /** The stream can no longer be cut: what follows cannot be a record's header. Everything from there on. */
  readonly unframed?: Buffer;
}

/** Content types (RFC 8446, appendix B.1). */
export const CHANGE_CIPHER_SPEC = 20;
export const ALERT = 21;
export const HANDSHAKE = 22;
export const APPLICATION_DATA = 23;
const HEARTBEAT = 24;

/** Type, legacy version, length. */
export const RECORD_HEADER = 5;
const MAJOR = 3;
const LAST_MINOR = 4;
/** What an encrypted record of TLS 1.2 may hold (RFC 5246, section 6.2.3); TLS 1.3 allows less. */
const MAX_FRAGMENT = 2 ** 14 + 2048;

export class RecordCutter {
  private readonly cutter = new Cutter(recordLength);

  /** Bytes of a record that is not complete yet. */
  get pending(): number {
    return this.cutter.pending;
  }

  push(chunk: Buffer): Records {
    const { pieces, rest } = this.cutter.push(chunk);
    return { records: pieces, ...(rest === undefined ? {} : { unframed: rest }) };
  }
}

/**
 * Whether a direction that begins with these bytes is TLS rather than MQTT; undefined while they are too few to tell.
 * A forbidden MQTT packet can have the first bytes of SSL 3.0 (0x16, remaining length 3, a string of less than 256
 * bytes), which nobody speaks any more: it is read as MQTT.
 */
export function looksLikeTls(first: Buffer): boolean | undefined {
  const [type, major, minor] = first;
  if (type === undefined) return undefined;
  if (type < CHANGE_CIPHER_SPEC || type > APPLICATION_DATA) return false;
  if (major === undefined) return undefined;
  if (major !== MAJOR) return false;
  if (minor === undefined) return undefined;
  return minor >= 1 && minor <= LAST_MINOR;
}

/** A byte that is not there yet rules nothing out. */
function recordLength(bytes: Buffer, offset: number): number | "never" | undefined {
  const type = bytes[offset] ?? HANDSHAKE;
  const major = bytes[offset + 1] ?? MAJOR;
  const minor = bytes[offset + 2] ?? 0;
  if (type < CHANGE_CIPHER_SPEC || type > HEARTBEAT || major !== MAJOR || minor > LAST_MINOR) return "never";
  if (bytes.length - offset < RECORD_HEADER) return undefined;
  const fragment = bytes.readUInt16BE(offset + 3);
  return fragment > MAX_FRAGMENT ? "never" : RECORD_HEADER + fragment;
}
