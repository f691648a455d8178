/** What may stand where a broker should: for those who mistake the port, the machine or the service. */
import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { quietPorts } from "../../src/evidence/ssh/testing/ports";
import type { LogOrigin, Target } from "../../src/target/target";

/** Nobody listens on the port. */
export async function nobody(): Promise<Target> {
  const [port = 0] = await quietPorts(1);
  return stranger(port, () => Promise.resolve());
}

/** A server that closes each connection at once. */
export const closer = (): Promise<Target> => server((socket) => socket.end());

/** A server that takes everything and never says a word. */
export const mute = (): Promise<Target> => server((socket) => socket.resume());

/** A web server. */
export const web = (): Promise<Target> =>
  server((socket) => {
    socket.once("data", () =>
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
    );
  });

async function server(serve: (socket: Socket) => void): Promise<Target> {
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    serve(socket);
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return stranger((listener.address() as AddressInfo).port, async () => {
    listener.close();
    for (const socket of sockets) socket.destroy();
    await once(listener, "close");
  });
}

function stranger(port: number, stop: () => Promise<void>): Target {
  const log: LogOrigin = { kind: "none", text: "" };
  return {
    kind: "remote",
    address: { host: "127.0.0.1", port },
    credentials: {},
    log,
    capabilities: new Set(),
    why: { en: "an address was given", fr: "une adresse a été indiquée" },
    [Symbol.asyncDispose]: stop,
  };
}
