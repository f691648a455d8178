import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { RawClient } from "./raw-client";
import { NotSeen } from "./wait";

const PINGRESP = Buffer.from("d000", "hex");

let server: Server;
let client: RawClient;

beforeEach(async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  client = new RawClient("role", "id", { host: "127.0.0.1", port }, {});
});

afterEach(() => {
  client.destroy();
  server.close();
});

/** Opens the client; the broker's end of its connection. */
async function opened(): Promise<Socket> {
  const accepted = once(server, "connection") as Promise<[Socket]>;
  await client.open();
  const [socket] = await accepted;
  return socket.on("error", () => undefined);
}

test("a packet in two pieces is one packet", async () => {
  const broker = await opened();
  broker.setNoDelay(true);
  const answer = client.expect("PINGRESP");
  broker.write(PINGRESP.subarray(0, 1), () => broker.write(PINGRESP.subarray(1)));
  expect(await answer).toMatchObject({ type: "PINGRESP" });
});

test("nothing is expected of a connection that was closed", async () => {
  const broker = await opened();
  const answer = client.expect("PINGRESP");
  broker.end();
  await expect(answer).rejects.toThrow(NotSeen);
});

test("what an earlier connection still sends does not reach the next one, and that one is closed", async () => {
  const before = await opened();
  // Not `once` of node:events: it would reject at a reset, which is one way of closing.
  const gone = new Promise((resolve) => before.once("close", resolve));
  before.write(PINGRESP.subarray(0, 1));
  const now = await opened();
  await gone;
  now.write(PINGRESP);
  expect(await client.expect("PINGRESP")).toMatchObject({ type: "PINGRESP" });
});
