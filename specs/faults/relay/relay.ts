/** A loopback relay that a fault meddles with. It stands where the broker would, so the tap sees a faulty broker. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { reset } from "../../../src/evidence/wire/reset";
import type { Address } from "../../../src/target/target";
import { RelayConnection } from "./connection";
import type { Meddler } from "./meddler";

export interface Relay {
  readonly address: Address;
  /**
   * The client's port for each of the relay's own ports towards the broker: what the log would have named without a
   * relay in between.
   */
  readonly ports: ReadonlyMap<number, number>;
  /** Ends every connection. */
  close(): Promise<void>;
}

export async function startRelay(broker: Address, meddler: Meddler): Promise<Relay> {
  const wires = new Set<RelayConnection>();
  const ports = new Map<number, number>();
  const sockets = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true }, (client) => {
    const upstream = connect({ ...broker, noDelay: true });
    for (const socket of [client, upstream]) track(sockets, socket);
    const refused = () => {
      reset(client);
    };
    client.once("error", () => upstream.destroy());
    upstream.once("error", refused);
    upstream.once("connect", () => {
      upstream.off("error", refused);
      ports.set(upstream.localPort ?? 0, client.remotePort ?? 0);
      const wire = new RelayConnection({ client, broker: upstream }, meddler, wires);
      wires.add(wire);
      void wire.closed.then(() => wires.delete(wire));
      client.resume();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, "close");
  };
  return { address: { host: "127.0.0.1", port: (server.address() as AddressInfo).port }, ports, close };
}

function track(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
}
