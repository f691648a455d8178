import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { askBroker } from "./broker";

it("says no when whatever forwards the port takes the connection and closes it", async () => {
  const server = createServer((socket) => {
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = askBroker({ host: "127.0.0.1", port }, "probe", 2_000);
  await expect(asked).rejects.toThrow();
  server.close();
}, 10_000);
