/** A link on which every byte takes its time, in both directions, and nothing else happens to it. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { startNative } from "../../src/target/native";
import type { Target } from "../../src/target/target";

/** @param ms milliseconds in each direction */
export async function behindSlowLink(ms: number): Promise<Target> {
  const broker = await startNative();
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upstream = connect({ ...broker.address, allowHalfOpen: true, noDelay: true });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      carry(from, to, ms);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await broker[Symbol.asyncDispose]();
  };
  const address = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
  return { ...broker, address, [Symbol.asyncDispose]: stop };
}

function carry(from: Socket, to: Socket, ms: number): void {
  from.on("data", (chunk) => setTimeout(() => to.writable && to.write(chunk), ms));
  from.on("end", () => setTimeout(() => to.end(), ms));
  from.on("error", () => setTimeout(() => to.resetAndDestroy(), ms));
}
