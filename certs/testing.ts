/** A TLS server with a certificate on loopback, and the clients that judge it. For tests. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { isIP, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import type { CertifiedKey } from "./certificate";
import { writeCertificate, type CertificateFiles } from "./write";

/** `certified` as files in a folder that is removed with it. */
export async function asFiles(certified: CertifiedKey): Promise<CertificateFiles & Disposable> {
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-certs-"));
  const files = await writeCertificate(folder, certified);
  return {
    ...files,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** A server that shows this certificate and says nothing, on a free port. */
export async function serve({
  certificate,
  key,
}: CertifiedKey): Promise<{ readonly port: number } & AsyncDisposable> {
  const server = createServer({ cert: certificate, key }, (socket) => {
    // Clients that go without a word are no concern of this server.
    socket.on("error", () => undefined);
    socket.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      await once(server.close(), "close");
    },
  };
}

/** What Node says of the server on `port`: `trusted`, or the code of its refusal. */
export async function nodeSays(port: number, ca: string, name = "localhost"): Promise<string> {
  // RFC 6066, section 3: an address is no server name.
  const servername = isIP(name) === 0 ? { servername: name } : {};
  const socket = connect({ host: "127.0.0.1", port, ca, ...servername });
  try {
    await once(socket, "secureConnect");
    return "trusted";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    socket.destroy();
  }
}

export interface Said {
  readonly status: number;
  /** Standard output and standard error. */
  readonly text: string;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { timeout: 10_000 }, (error, stdout, stderr) => {
      resolve({ status: child.exitCode ?? (error === null ? 0 : -1), text: stdout + stderr });
    });
  });
}
