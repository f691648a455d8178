/** The connection under MQTT: TCP, or TLS with the broker verified. */
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { Problem, type Values } from "./problem";
import { whyNoTcp, whyNoTls } from "./why-not";

export interface Destination {
  readonly host: string;
  readonly port: number;
  /** File with the certificate to trust; with it the connection is TLS. */
  readonly ca?: { readonly file: string; readonly pem: Buffer };
}

/** @throws Problem when there is no such file, or no certificate in it */
export function readAuthority(file: string): { file: string; pem: Buffer } {
  let pem: Buffer;
  try {
    pem = readFileSync(file);
  } catch {
    throw new Problem("no_ca", { ca: file });
  }
  try {
    // Python's ssl, which the sheet's script uses, reads PEM only.
    if (!pem.includes("-----BEGIN CERTIFICATE-----")) throw new Error("not PEM");
    new X509Certificate(pem);
  } catch {
    throw new Problem("bad_ca", { ca: file });
  }
  return { file, pem };
}

/**
 * Connects; behind TLS, the certificate has been verified for the host's name.
 * @param ms bound for the whole
 * @throws Problem
 */
export async function dial(
  { host, port, ca }: Destination,
  ms: number,
  signal: AbortSignal,
): Promise<Socket> {
  const values: Values = { place: `${host}:${port}`, host, ca: ca?.file ?? "" };
  const socket =
    ca === undefined
      ? connectTcp({ host, port })
      : // RFC 6066, section 3: an address is no server name.
        connectTls({ host, port, ca: ca.pem, ...(isIP(host) === 0 ? { servername: host } : {}) });
  const stop = () => socket.destroy();
  signal.addEventListener("abort", stop);
  const bound = setTimeout(() => socket.destroy(new Problem("silent", values)), ms);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once(ca === undefined ? "connect" : "secureConnect", resolve);
      socket.once("error", (error: NodeJS.ErrnoException) => {
        const why = ca === undefined ? whyNoTcp(error) : whyNoTls(error, socket as TLSSocket);
        reject(error instanceof Problem ? error : new Problem(why, values));
      });
      socket.once("close", () => {
        reject(new Problem(ca === undefined ? "not_mqtt" : "not_tls", values));
      });
    });
  } finally {
    clearTimeout(bound);
    signal.removeEventListener("abort", stop);
  }
  return socket;
}
