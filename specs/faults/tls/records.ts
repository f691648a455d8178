/** A relay in front of a TLS port that sees records and cannot read what is in them: what a stranger on the way could do. */
import { createServer, type Socket } from "node:net";
import type { Side } from "../../../src/evidence/wire/rules";
import { RecordCutter } from "../../../src/evidence/wire/tls/records";
import { Carrier } from "../relay/carrier";
import type { Outcome } from "../relay/meddler";
import { Standing, type Ports } from "../relay/standing";
import type { Broker, Front } from "./front";

/** One connection. */
export interface RecordWire {
  /** Number of the connection, from 1. */
  readonly number: number;
  /** Sends bytes to one side, as if they came from the other. */
  send(to: Side, bytes: Buffer): void;
}

/** A record on its way, header included. */
export interface PassingRecord {
  readonly from: Side;
  readonly raw: Buffer;
  /** Number of the record in its direction, from 1. */
  readonly nth: number;
  readonly wire: RecordWire;
}

/** @returns undefined for a record that goes on unchanged */
export type RecordMeddler = (passing: PassingRecord) => Outcome | undefined;

/**
 * @param make the meddler, anew for each play
 * @param behind what the relay stands before, if not the broker's own TLS port
 */
export function onRecords(make: (wires: ReadonlySet<RecordWire>) => RecordMeddler, behind?: Front): Front {
  return async (broker) => {
    const next = await behind?.(broker);
    const wires = new Set<RecordConnection>();
    const relay = await relayTo(next?.address ?? broker.tls, make(wires), wires);
    if (next === undefined) return relay;
    const close = async () => {
      await relay.close();
      await next.close();
    };
    return { address: relay.address, ports: through(next.ports, relay.ports), close };
  };
}

async function relayTo(
  address: Broker["tls"],
  meddler: RecordMeddler,
  wires: Set<RecordConnection>,
): Promise<Standing> {
  const server = createServer({ pauseOnConnect: true });
  const standing = await Standing.on(server);
  let number = 0;
  server.on("connection", (client: Socket) => {
    standing.bridge(client, address, (broker) => {
      const wire = new RecordConnection({ client, broker }, meddler, ++number);
      wires.add(wire);
      void wire.closed.then(() => wires.delete(wire));
    });
  });
  return standing;
}

/** The client's ports, where one relay stands before another. */
function through(inner: Ports, outer: Ports): Ports {
  return { get: (port) => outer.get(inner.get(port) ?? 0) };
}

class RecordConnection extends Carrier implements RecordWire {
  private readonly cutters = { client: new RecordCutter(), broker: new RecordCutter() };
  private readonly count = { client: 0, broker: 0 };

  constructor(
    sockets: Readonly<Record<Side, Socket>>,
    private readonly meddler: RecordMeddler,
    readonly number: number,
  ) {
    super(sockets);
  }

  protected override arrived(from: Side, chunk: Buffer): void {
    const { records, unframed } = this.cutters[from].push(chunk);
    for (const record of records) {
      const raw = Buffer.from(record);
      const nth = ++this.count[from];
      this.pass(from, raw, () => this.meddler({ from, raw, nth, wire: this }));
    }
    if (unframed) this.send(from === "client" ? "broker" : "client", unframed);
  }

  protected override fate(): undefined {
    return undefined;
  }
}
