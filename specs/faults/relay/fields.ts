/** Meddling with one field: what many faults do. */
import type { PacketType } from "../../../src/evidence/wire/mqtt/packet";
import { alter, alterBytes, on } from "./meddle";
import type { Meddler } from "./meddler";
import { write, type Draft } from "./packets";
import type { Pattern } from "./pattern";

/** Its DUP flag is this one. */
export function dup(pattern: Pattern<"PUBLISH">, value: boolean): Meddler {
  return alter<"PUBLISH">(pattern, (draft) => {
    draft.dup = value;
  });
}

/** Its payload is what `edit` makes of it. */
export function payload(pattern: Pattern<"PUBLISH">, edit: (bytes: Buffer) => Buffer | string): Meddler {
  return alter<"PUBLISH">(pattern, (draft) => {
    draft.payload = edit(Buffer.from(draft.payload));
  });
}

/** Its packet identifier is another one. */
export function packetId<T extends PacketType>(pattern: Pattern<T>, shift: number): Meddler {
  return alter<T>(pattern, (draft: Draft<T>) => {
    draft.messageId = (draft.messageId ?? 0) + shift;
  });
}

/** A CONNACK says of the session what is not so. */
export function sessionPresent(pattern: Pattern<"CONNACK">, value: boolean): Meddler {
  return alter<"CONNACK">(pattern, (draft) => {
    draft.sessionPresent = value;
  });
}

/** The sender gets a packet back that it does not expect; its own goes on. */
export function replyToo(pattern: Pattern, reply: Draft): Meddler {
  return on(pattern, ({ wire }) => ({ back: [write(reply, wire.level)] }));
}

/** A bit of its fixed header is set that its type reserves. */
export function reservedFlag(pattern: Pattern): Meddler {
  return alterBytes(pattern, (bytes) => {
    bytes.writeUInt8(bytes.readUInt8(0) | 0x01, 0);
    return bytes;
  });
}
