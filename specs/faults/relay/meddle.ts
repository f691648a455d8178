/** The ways to meddle with packets. Each is made anew for each play, since some remember. */
import type { PacketType } from "../../../src/evidence/wire/mqtt/packet";
import type { Side } from "../../../src/evidence/wire/rules";
import type { Meddler, Outcome, Passing } from "./meddler";
import { read, write, type Draft } from "./packets";
import { matcher, plays, type Pattern } from "./pattern";

/** Packets to send: drafts or bytes, of fixed content or made from the packet that passes. */
export type Made = readonly (Draft | Buffer)[];
type Maker = Made | ((passing: Passing) => Made);

/** Does `what` to each packet that fits. */
export function on(pattern: Pattern, what: (passing: Passing) => Outcome | undefined): Meddler {
  const fits = matcher(pattern);
  return { packet: (passing) => (fits(passing) ? what(passing) : undefined) };
}

/** It gets lost. */
export function drop(pattern: Pattern): Meddler {
  return on(pattern, () => ({ on: [] }));
}

/** It goes on with other fields: `edit` changes mqtt-packet's object, which is then written anew. */
export function alter<T extends PacketType>(
  pattern: Pattern<T>,
  edit: (draft: Draft<T>, passing: Passing) => void,
): Meddler {
  return on(pattern, (passing) => {
    const draft = read(passing.raw, passing.wire.level) as Draft<T>;
    edit(draft, passing);
    return { on: [write(draft, passing.wire.level)] };
  });
}

/** It goes on as other bytes; `edit` gets a copy. For what no library would write. */
export function alterBytes(pattern: Pattern, edit: (bytes: Buffer, passing: Passing) => Buffer): Meddler {
  return on(pattern, (passing) => ({ on: [edit(Buffer.from(passing.raw), passing)] }));
}

/** More packets follow it, in its direction. */
export function inject(pattern: Pattern, packets: Maker): Meddler {
  return on(pattern, (passing) => ({ on: [passing.raw, ...make(packets, passing)] }));
}

/** More packets come before it, in its direction. */
export function injectBefore(pattern: Pattern, packets: Maker): Meddler {
  return on(pattern, (passing) => ({ on: [...make(packets, passing), passing.raw] }));
}

/** More packets go to another client, as if the broker sent them. */
export function injectTo(role: string, pattern: Pattern, packets: Maker): Meddler {
  return on(pattern, (passing) => ({
    after: () => {
      for (const wire of passing.wires) {
        if (!plays(wire, role)) continue;
        for (const packet of make(packets, passing)) wire.send("client", write(packet, wire.level));
      }
    },
  }));
}

/** It is answered here, and the other side never gets it. */
export function answer(pattern: Pattern, packets: Maker): Meddler {
  return on(pattern, (passing) => ({ on: [], back: make(packets, passing) }));
}

/** It comes `times` times instead of once. */
export function duplicate(pattern: Pattern, times = 2): Meddler {
  return on(pattern, (passing) => ({ on: Array.from({ length: times }, () => passing.raw) }));
}

/** The connection is closed at it; it goes on before that, unless `lose`. */
export function closeAt(pattern: Pattern, options: { how?: "fin" | "reset"; lose?: boolean } = {}): Meddler {
  return on(pattern, () => ({ close: options.how ?? "fin", ...(options.lose ? { on: [] } : {}) }));
}

/** At it, the connections of that role are closed, whoever sent it. */
export function closeOthers(role: string, pattern: Pattern, how: "fin" | "reset" = "fin"): Meddler {
  return on(pattern, ({ wires }) => ({
    after: () => {
      for (const wire of wires) if (plays(wire, role)) wire.close(how);
    },
  }));
}

/** It is kept back until a packet like `until` has passed on the same connection: the order is wrong. */
export function delayUntil(pattern: Pattern, until: Pattern): Meddler {
  const fits = matcher(pattern);
  const releases = matcher(until);
  const held: Passing[] = [];
  return {
    packet(passing) {
      if (fits(passing)) {
        held.push(passing);
        return { on: [] };
      }
      if (!held.some(({ wire }) => wire === passing.wire) || !releases(passing)) return undefined;
      const late = held.splice(0);
      return {
        after: () => {
          late.forEach(letGo);
        },
      };
    },
  };
}

/** When `by` closes its side of that role's connection, the other side does not learn of it. */
export function keepOpen(by: Side, role?: string): Meddler {
  return {
    closing: (closing) =>
      closing.by === by && (role === undefined || plays(closing.wire, role)) ? "keep" : undefined,
  };
}

/** Before that side's close reaches the other, these bytes or packets do. */
export function sendAtClose(by: Side, role: string, packets: Made): Meddler {
  return {
    closing({ by: who, wire }) {
      if (who === by && plays(wire, role)) {
        const to = by === "client" ? "broker" : "client";
        for (const packet of packets) wire.send(to, write(packet, wire.level));
      }
      return undefined;
    },
  };
}

function letGo({ from, raw, wire }: Passing): void {
  wire.send(from === "client" ? "broker" : "client", raw);
}

function make(packets: Maker, passing: Passing): Buffer[] {
  const made = typeof packets === "function" ? packets(passing) : packets;
  return made.map((packet) => write(packet, passing.wire.level));
}
