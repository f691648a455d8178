import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { TcpUnderTls } from "./socket";

describe("the connection under a TLS client", () => {
  it("ends without an error where the broker has ended first", async () => {
    await using server = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const tcp = new TcpUnderTls({ host: "127.0.0.1", port });
    const errors: unknown[] = [];
    tcp.on("error", (error) => errors.push(error)).resume();
    // The moment between the end of the connection below and its close.
    tcp["tcp"].once("finish", () => tcp.end());
    await tcp.gone;
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors).toEqual([]);
  });
});
