/** A broker whose TLS port lets two connections through, and resets all others: as many as it takes to be taken for open. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { startNative } from "../../../src/target/native";
import type { Target } from "../../../src/target/target";

const THROUGH = 2;

export async function afterTwo(): Promise<Target> {
  const broker = await startNative();
  if (broker.tls === undefined) throw new Error("the broker has no TLS port");
  const { tls } = broker;
  const sockets: Socket[] = [];
  let count = 0;
  const server = createServer((client) => {
    client.on("error", () => undefined);
    if (++count > THROUGH) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(tls.address);
    upstream.on("error", () => client.destroy());
    client.pipe(upstream).pipe(client);
    sockets.push(client, upstream);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
  const stop = async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await broker[Symbol.asyncDispose]();
  };
  return { ...broker, tls: { ...tls, address }, [Symbol.asyncDispose]: stop };
}
