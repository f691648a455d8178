import { once } from "node:events";
import { Client, Server, type ServerChannel } from "ssh2";
import { fingerprint } from "./host-key";
import { connect } from "./connect";
import { sshKeyPair } from "./key-pair";
import { openShell } from "./shell";

/** Keepalives, and looks, that go by: many more than a silent server is given. */
const INTERVALS = 12;
const EVERY = 2000;

/**
 * A server that leaves the first request open for ever, and with it, since answers come in order, every keepalive: as if
 * they stood behind a long log.
 */
async function deafServer(): Promise<{
  server: Server;
  port: number;
  hostKey: string;
  shell: Promise<ServerChannel>;
}> {
  const keys = sshKeyPair();
  const server = new Server({ hostKeys: [keys.private] });
  const shell = new Promise<ServerChannel>((resolve) => {
    server.on("connection", (connection) => {
      connection
        .on("error", () => undefined)
        .on("authentication", (context) => {
          context.accept();
        });
      connection.on("request", () => undefined);
      connection.on("session", (accept) => {
        accept().once("shell", (open) => {
          resolve(open());
        });
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const hostKey = fingerprint(Buffer.from(keys.public.split(" ")[1] ?? "", "base64"));
  return { server, port, hostKey, shell };
}

describe("a connection without answers to keepalives", () => {
  let client: Client;
  let server: Server;
  let log: ServerChannel;
  let read: NodeJS.ReadableStream;
  let closed = false;

  beforeEach(async () => {
    jest.useFakeTimers({
      doNotFake: ["nextTick", "setImmediate", "setTimeout", "queueMicrotask", "performance"],
    });
    const deaf = await deafServer();
    server = deaf.server;
    const access = {
      host: "127.0.0.1",
      port: deaf.port,
      username: "mqttlogs",
      password: "any",
      hostKey: deaf.hostKey,
    };
    client = await connect(access);
    client.forwardIn("127.0.0.1", 0, () => undefined);
    closed = false;
    client.once("close", () => (closed = true));
    read = await openShell(client, access, false);
    log = await deaf.shell;
  });

  afterEach(async () => {
    jest.useRealTimers();
    client.destroy();
    server.close();
    await once(server, "close");
  });

  it("goes on for as long as something comes", async () => {
    for (let i = 0; i < INTERVALS; i++) {
      log.write("line\n");
      await once(read, "data");
      jest.advanceTimersByTime(EVERY);
    }
    expect(closed).toBe(false);
  });

  it("is given up when nothing comes", async () => {
    const over = new Promise<void>((resolve) => {
      client.once("close", () => {
        resolve();
      });
    });
    jest.advanceTimersByTime(INTERVALS * EVERY);
    await over;
    expect(closed).toBe(true);
  });
});
