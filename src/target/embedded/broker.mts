/**
 * The embedded broker's own process: Aedes on a free loopback port, with everything in memory. Tells its parent the port
 * once it listens, and ends when the parent ends or lets go of it.
 */
import { createServer, type AddressInfo } from "node:net";
import { Aedes } from "aedes";

const broker = await Aedes.createBroker({
  // MQTT 3.1 allows 23 characters; Mosquitto does not count them, and the exercises' client ids are longer.
  maxClientsIdLength: 65_535,
});

// Small packets are what this is about; without this the kernel may hold them back for up to 40 ms.
const server = createServer({ noDelay: true }, (connection) => broker.handle(connection));
server.listen(0, "127.0.0.1", () => {
  const ready = {
    port: (server.address() as AddressInfo).port,
    version: (broker as Aedes & { version: string }).version,
  };
  process.send?.(ready);
});

process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group of processes; when this one ends is the parent's decision.
process.on("SIGINT", () => undefined);
