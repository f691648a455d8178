import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { reset } from "./reset";

async function pair(): Promise<{ server: Server; near: Socket; far: Socket }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const near = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const [far] = (await once(server, "connection")) as [Socket];
  await once(near, "connect");
  return { server, near, far };
}

test("a connection is reset", async () => {
  const { server, near, far } = await pair();
  const seen = once(far, "error");
  const closed = once(near, "close");
  reset(near);
  await closed;
  expect(await seen).toMatchObject([{ code: "ECONNRESET" }]);
  server.close();
});

test("a socket whose FIN is on its way is closed all the same", async () => {
  const { server, near, far } = await pair();
  const closed = once(near, "close");
  near.end();
  reset(near);
  await closed;
  expect(near.closed).toBe(true);
  far.destroy();
  server.close();
});
