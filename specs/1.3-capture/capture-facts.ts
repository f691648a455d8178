/** What is known of an exercise's capture from the journal alone. */
import { framesOf, type Frame } from "../../src/evidence/wire/capture/frames";
import type { Entry, RecordEntry } from "../../src/evidence/journal/entry";
import { handshakeMessages, type Seen } from "../../src/evidence/wire/tls/handshake";

export class CaptureFacts {
  readonly frames: readonly Frame[];
  private readonly messages: readonly Seen<RecordEntry>[];
  private readonly tls13: ReadonlySet<number>;

  /** @param entries of one exercise */
  constructor(entries: readonly Entry[]) {
    this.frames = framesOf(entries);
    const records = entries.filter(
      (entry): entry is RecordEntry => entry.source === "tls" && entry.event === "record",
    );
    const connections = [...new Set(records.map(({ connection }) => connection))];
    this.messages = connections.flatMap((connection) =>
      handshakeMessages(records.filter((record) => record.connection === connection)),
    );
    this.tls13 = new Set(
      this.messages
        .filter(({ serverHello }) => serverHello?.selectedVersion.name === "TLS 1.3")
        .map(({ record }) => record.connection),
    );
  }

  /** Whether a handshake message of that type ends, in clear, with this frame. */
  shows({ entry }: Frame, type: number): boolean {
    return this.messages.some((message) => message.record === entry && message.type === type);
  }

  /** Content type in the header of the frame's record. */
  recordType({ entry }: Frame): number | undefined {
    return entry?.source === "tls" ? entry.raw[0] : undefined;
  }

  /** Whether the frame belongs to a connection on which TLS 1.3 was chosen. */
  isTls13({ entry }: Frame): boolean {
    return entry !== undefined && this.tls13.has(entry.connection);
  }
}
