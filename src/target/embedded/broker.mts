/**
 * The embedded broker's own process: Aedes on free loopback ports, plain and inside TLS, with everything in memory. Its
 * parent sends it the certificate and key, is told the ports once it listens, and takes it along when it ends.
 */
import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { Aedes } from "aedes";

/** By the channel, since command lines and files can be read by others. */
const handed = once(process, "message");
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group of processes; when this one ends is the parent's decision.
process.on("SIGINT", () => undefined);

const broker = await Aedes.createBroker({
  // MQTT 3.1 allows 23 characters; Mosquitto does not count them, and the exercises' client ids are longer.
  maxClientsIdLength: 65_535,
});
const [{ certificate, key }] = (await handed) as [{ certificate: string; key: string }];

// Small packets are what this is about; without this the kernel may hold them back for up to 40 ms.
const noDelay = true;
const plain = createServer({ noDelay }, (connection) => broker.handle(connection));
const secured = createTlsServer({ noDelay, cert: certificate, key }, (connection) =>
  broker.handle(connection),
);
const [port, tlsPort] = await Promise.all([listen(plain), listen(secured)]);
process.send?.({ port, tlsPort, version: (broker as Aedes & { version: string }).version });

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}
