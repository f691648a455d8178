/**
 * An SSH server of this process, for what sshd does only with accounts of its own machine: passwords. It shows the log
 * to everybody whom it lets in, and nothing else.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Server, type AuthContext, type Connection, type ServerChannel } from "ssh2";
import { fingerprint } from "../../../src/evidence/ssh/host-key";
import { sshKeyPair } from "../../../src/evidence/ssh/key-pair";
import type { LogOrigin, SshAccess } from "../../../src/target/target";

/** The right password is another one each time. */
export async function startCareless(
  log: LogOrigin,
  admits: (context: AuthContext) => boolean,
): Promise<AsyncDisposable & { readonly access: SshAccess }> {
  const keys = sshKeyPair();
  const right = { username: "mqttlogs", password: randomBytes(12).toString("base64url") };
  const connections = new Set<Connection>();
  const server = new Server({ hostKeys: [keys.private] }, (connection) => {
    connections.add(connection);
    connection.on("error", () => undefined);
    connection.on("authentication", (context) => {
      const knows =
        context.method === "password" &&
        context.username === right.username &&
        context.password === right.password;
      if (knows || admits(context)) context.accept();
      else context.reject(["password", "publickey"]);
    });
    connection.on("ready", () => {
      showLog(connection, log);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const [, base64 = ""] = keys.public.split(" ");
  const hostKey = fingerprint(Buffer.from(base64, "base64"));
  const stop = async () => {
    for (const connection of connections) connection.end();
    server.close();
    await once(server, "close");
  };
  return { access: { host: "127.0.0.1", port, hostKey, ...right }, [Symbol.asyncDispose]: stop };
}

function showLog(connection: Connection, log: LogOrigin): void {
  const show = async (channel: ServerChannel) => {
    channel.on("error", () => undefined);
    const stream = await log.open?.();
    stream?.pipe(channel);
    channel.on("close", () => stream?.destroy());
  };
  connection.on("session", (accept) => {
    const session = accept();
    session.on("pty", (agree) => {
      agree();
    });
    session.on("shell", (agree) => void show(agree()));
    session.on("exec", (agree) => void show(agree()));
  });
}
