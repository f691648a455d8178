/** A TLS server in front of a broker's plain port: with any certificate, any versions, and any manners. */
import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { createServer, type TLSSocket, type TlsOptions } from "node:tls";
import type { CertifiedKey } from "../../../certs";
import type { Meddler } from "../relay/meddler";
import { startRelay } from "../relay/relay";
import type { Broker, Front } from "./fault";

export interface TerminatorOptions extends Pick<
  TlsOptions,
  "minVersion" | "maxVersion" | "ciphers" | "ecdhCurve"
> {
  readonly certified?: () => Promise<CertifiedKey>;
  /** What is done to the MQTT packets between the terminator and the broker. */
  readonly meddler?: () => Meddler;
  /** Instead of passing everything on. `tcp` is the connection under TLS. */
  readonly serve?: (tls: TLSSocket, tcp: Socket, broker: Socket) => void;
}

/** Lets OpenSSL serve what is too weak for it. */
export const WEAK = "DEFAULT:@SECLEVEL=0";

export function terminator(options: TerminatorOptions = {}): (broker: Broker) => Promise<Front> {
  return async (broker) => {
    const { meddler, serve = passOn, certified: make, ...tls } = options;
    const certified = make ? await make() : broker.certified;
    const relay = meddler && (await startRelay(broker.plain, meddler()));
    const sockets = new Set<Socket>();
    const server = createServer({ cert: certified.certificate, key: certified.key, ...tls });
    const tcpOf = new Map<string, Socket>();
    server.on("connection", (tcp: Socket) => {
      sockets.add(tcp);
      tcpOf.set(`${tcp.remotePort ?? 0}`, tcp);
    });
    server.on("tlsClientError", (_, socket) => socket.destroy());
    server.on("secureConnection", (socket) => {
      const upstream = connect(relay?.address ?? broker.plain);
      sockets.add(upstream);
      for (const one of [socket, upstream]) one.on("error", () => undefined);
      serve(socket, tcpOf.get(`${socket.remotePort ?? 0}`) ?? socket, upstream);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return {
      address: { host: "127.0.0.1", port: (server.address() as AddressInfo).port },
      ...(make ? { certificate: certified.certificate } : {}),
      async [Symbol.asyncDispose]() {
        server.close();
        for (const socket of sockets) socket.destroy();
        await relay?.close();
      },
    };
  };
}

/** Type of the packet, in the upper half of its first byte. */
const PUBLISH = 3;

/** What a healthy one does. */
export function passOn(tls: TLSSocket, _: Socket, broker: Socket): void {
  tls.pipe(broker).pipe(tls);
}

/** Takes everything and says nothing. */
export function swallow(tls: TLSSocket): void {
  tls.resume();
}

/** What the broker publishes goes to the client in clear, beside TLS. */
export function leak(tls: TLSSocket, tcp: Socket, broker: Socket): void {
  tls.pipe(broker);
  broker.on("data", (chunk) => {
    const publishes = (chunk[0] ?? 0) >> 4 === PUBLISH;
    tls.write(chunk, () => publishes && tcp.write(chunk));
  });
}
