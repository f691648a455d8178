/** Links that are unusual and lose nothing: on both ports of a broker, in both directions. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { Address, Target } from "../../src/target/target";

/** Takes what comes from one side to the other. */
type Carry = (from: Socket, to: Socket) => void;

/** Every byte takes `ms` milliseconds, in each direction. */
export function slow(ms: number): Carry {
  return (from, to) => {
    from.on("data", (chunk) => setTimeout(() => to.writable && to.write(chunk), ms));
    from.on("end", () => setTimeout(() => to.end(), ms));
    from.on("error", () => setTimeout(() => to.resetAndDestroy(), ms));
  };
}

/** How many of the pieces are small: were all, a large message would take seconds, and the link be slow too. */
const PIECES = 40;

/** Packets and records arrive in pieces of `size` bytes. */
export function inPieces(size: number): Carry {
  return (from, to) => {
    let sent = Promise.resolve();
    const then = (step: () => void) => {
      sent = sent.then(() => new Promise((resolve) => setImmediate(resolve))).then(step);
    };
    const pass = (bytes: Buffer) => {
      then(() => to.writable && to.write(bytes));
    };
    from.on("data", (chunk: Buffer) => {
      const whole = Math.min(chunk.length, size * PIECES);
      for (let at = 0; at < whole; at += size) pass(chunk.subarray(at, Math.min(at + size, whole)));
      if (whole < chunk.length) pass(chunk.subarray(whole));
    });
    from.on("end", () => {
      then(() => to.end());
    });
    from.on("error", () => to.resetAndDestroy());
  };
}

/** The broker as it is reached over that link. Disposing the target stops the broker too. */
export async function behindLink(broker: Target, carry: Carry): Promise<Target> {
  const plain = await link(broker.address, carry);
  const tls = broker.tls && (await link(broker.tls.address, carry));
  const stop = async () => {
    for (const one of [plain, tls]) one?.stop();
    await broker[Symbol.asyncDispose]();
  };
  return {
    ...broker,
    address: plain.address,
    ...(broker.tls && tls ? { tls: { ...broker.tls, address: tls.address } } : {}),
    [Symbol.asyncDispose]: stop,
  };
}

/** A port from which the link leads to that address. */
export async function link(to: Address, carry: Carry): Promise<{ address: Address; stop: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upstream = connect({ ...to, allowHalfOpen: true, noDelay: true });
    for (const socket of [client, upstream]) sockets.add(socket);
    carry(client, upstream);
    carry(upstream, client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { address: { host: "127.0.0.1", port: (server.address() as AddressInfo).port }, stop };
}
