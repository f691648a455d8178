import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { askBroker } from "./broker";

/** Bound of what is asked; a test that takes longer has hung. */
const ASK_MS = 2_000;
jest.setTimeout(10_000);

/** What asking a server that answers so gives. */
async function asked(serve: (socket: Socket) => void): Promise<unknown> {
  const server = createServer(serve).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    return await askBroker({ host: "127.0.0.1", port }, "probe", ASK_MS);
  } finally {
    server.close();
  }
}

it("says no when whatever forwards the port takes the connection and closes it", async () => {
  await expect(asked((socket) => socket.destroy())).rejects.toThrow();
});

const CONNACK = Buffer.from([0x20, 2, 0, 0]);

it("says no when the connection is closed between CONNACK and SUBACK", async () => {
  const asking = asked((socket) => {
    socket.once("data", () => {
      socket.write(CONNACK);
      socket.once("data", () => socket.destroy());
    });
  });
  await expect(asking).rejects.toThrow("closed the connection");
});
