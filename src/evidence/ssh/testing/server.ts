/** An SSH server in this process, for what needs no account of this machine: passwords. */
import { once } from "node:events";
import { Server, type AuthContext } from "ssh2";
import type { SshAccess } from "../access";
import { fingerprint } from "../host-key";
import { sshKeyPair } from "../key-pair";

export interface PasswordServer extends AsyncDisposable {
  /** Without credentials. */
  readonly access: SshAccess;
}

/** Lets in whoever gives this password in this way, and has nothing to show. */
export async function passwordServer(
  password: string,
  way: "password" | "keyboard-interactive",
): Promise<PasswordServer> {
  const keys = sshKeyPair();
  const server = new Server({ hostKeys: [keys.private] }, (connection) => {
    connection.on("error", () => undefined);
    connection.on("authentication", (context) => {
      decide(context, password, way);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const [, base64 = ""] = keys.public.split(" ");
  const hostKey = fingerprint(Buffer.from(base64, "base64"));
  return {
    access: { host: "127.0.0.1", port, username: "mqttlogs", hostKey, knownHosts: [] },
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

function decide(context: AuthContext, password: string, way: "password" | "keyboard-interactive"): void {
  if (context.method === "password" && way === "password" && context.password === password) {
    context.accept();
  } else if (context.method === "keyboard-interactive" && way === "keyboard-interactive") {
    context.prompt([{ prompt: "Password: ", echo: false }], (answers: string[]) => {
      if (answers[0] === password) context.accept();
      else context.reject([way]);
    });
  } else context.reject([way]);
}
