/** The form of what a broker sends: flags and lengths that the standard fixes, whatever the packet says. */
import type { Packet } from "../../evidence/wire/mqtt/packet";
import { same } from "../../words/text";
import { fail } from "../finding";
import type { Seen } from "../scene";

type Fixed = Exclude<Packet["type"], "PUBLISH" | "MALFORMED">;

/** Flags of the fixed header, where they are not 0 (table 2.2). */
const FLAGS: Readonly<Partial<Record<Packet["type"], number>>> = { PUBREL: 2, SUBSCRIBE: 2, UNSUBSCRIBE: 2 };

/** Bytes of the whole packet before MQTT 5, where they are always as many. */
const LENGTH: Readonly<Partial<Record<Packet["type"], number>>> = {
  CONNACK: 4,
  PUBACK: 4,
  PUBREC: 4,
  PUBREL: 4,
  PUBCOMP: 4,
  UNSUBACK: 4,
  PINGRESP: 2,
};

/** Fails unless the packet's header has the flags and the length of its type (MQTT-2.2.2-1, clauses 3.2 to 3.13). */
export function wellFormed(entry: Seen<Fixed>): void {
  const { packet, raw, level } = entry;
  const flags = FLAGS[packet.type] ?? 0;
  if (packet.flags !== flags)
    fail(
      {
        en: `${packet.type} with the flags ${binary(flags)}`,
        fr: `${packet.type} avec les bits ${binary(flags)}`,
      },
      { en: `flags ${binary(packet.flags)}`, fr: `bits ${binary(packet.flags)}` },
      entry,
    );
  const length = level === 5 ? undefined : LENGTH[packet.type];
  if (length !== undefined && packet.length !== length)
    fail(
      { en: `${packet.type} of ${length} bytes`, fr: `${packet.type} de ${length} octets` },
      { en: `${packet.length} bytes`, fr: `${packet.length} octets` },
      entry,
    );
  // Clause 3.2.2.1: of the acknowledge flags only the last bit means anything.
  if (packet.type === "CONNACK" && (raw[2] ?? 0) > 1)
    fail(
      { en: "acknowledge flags 00000000 or 00000001", fr: "indicateurs d’acquittement 00000000 ou 00000001" },
      same(binary(raw[2] ?? 0, 8)),
      entry,
    );
}

const binary = (bits: number, digits = 4) => bits.toString(2).padStart(digits, "0");
