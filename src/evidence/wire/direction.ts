/** One direction of a connection, read as what it turns out to be: MQTT control packets, or TLS records. */
import { Framer } from "./mqtt/frames";
import { looksLikeTls, RecordCutter } from "./tls/records";

/** What one chunk completed. Only one of the two lists is ever filled. */
export interface Sightings {
  /** Whole MQTT control packets, fixed header included. */
  readonly packets: readonly Buffer[];
  /** Whole TLS records, header included. */
  readonly records: readonly Buffer[];
  /** The stream can no longer be cut into either. Everything from there on. */
  readonly unframed?: Buffer;
}

export class DirectionReader {
  private mqtt: Framer | undefined;
  private tls: RecordCutter | undefined;
  /** The first bytes, as long as they do not tell. */
  private first: Buffer = Buffer.alloc(0);

  /** Bytes of a packet or record that is not complete yet. */
  get pending(): number {
    return this.mqtt?.pending ?? this.tls?.pending ?? this.first.length;
  }

  /** Whether these are TLS records; false while nothing has told. */
  get encrypted(): boolean {
    return this.tls !== undefined;
  }

  push(chunk: Buffer): Sightings {
    if (this.mqtt) return { records: [], ...this.mqtt.push(chunk) };
    if (this.tls) return { packets: [], ...this.tls.push(chunk) };
    this.first = this.first.length === 0 ? chunk : Buffer.concat([this.first, chunk]);
    const isTls = looksLikeTls(this.first);
    if (isTls === undefined) return { packets: [], records: [] };
    if (isTls) this.tls = new RecordCutter();
    else this.mqtt = new Framer();
    return this.push(this.first);
  }
}
