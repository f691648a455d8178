/** Packets as objects that an author can edit, and back to bytes. */
import { generate, parser, type Packet as AnyDraft } from "mqtt-packet";
import type { Level, PacketType } from "../../../src/evidence/wire/mqtt/packet";

/** mqtt-packet's object for one packet type. Identifiers are `messageId`, SUBACK codes are `granted`. */
export type Draft<T extends PacketType = PacketType> = Extract<AnyDraft, { cmd: Lowercase<T> }>;

/** @throws Error when mqtt-packet does not take the bytes for one whole packet */
export function read(raw: Buffer, level: Level): AnyDraft {
  const reader = parser({ protocolVersion: level });
  const found: AnyDraft[] = [];
  const errors: Error[] = [];
  reader.on("packet", (packet) => found.push(packet));
  reader.on("error", (error: Error) => errors.push(error));
  reader.parse(raw);
  const packet = found[0];
  if (packet === undefined) throw errors[0] ?? new Error(`${raw.length} bytes are no whole packet`);
  return packet;
}

export function write(draft: AnyDraft | Buffer, level: Level): Buffer {
  return Buffer.isBuffer(draft) ? draft : generate(draft, { protocolVersion: level });
}
