/** Certificates for tests, made with the openssl command and gone with the process. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Made {
  /** PEM */
  readonly key: string;
  /** PEM */
  readonly cert: string;
  readonly der: Buffer;
}

export interface Wishes {
  /** Arguments of `openssl req`; RSA with 2048 bits unless told otherwise. */
  readonly key?: readonly string[];
  /** `/C=FR/CN=localhost` */
  readonly subject?: string;
  /** Lines of extensions as openssl.cnf has them. */
  readonly extensions?: readonly string[];
  readonly days?: number;
  /** Self-signed unless there is one. */
  readonly issuer?: Made;
}

export function makeCertificate(wishes: Wishes = {}): Made {
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-certificate-"));
  const file = (name: string) => join(folder, name);
  try {
    writeFileSync(file("cnf"), "[req]\ndistinguished_name = name\n[name]\n");
    const { key = ["rsa:2048"], subject = "/CN=localhost", extensions = [], days = 1, issuer } = wishes;
    const args = ["req", "-x509", "-config", file("cnf"), "-nodes", "-newkey", ...key, "-subj", subject];
    args.push("-keyout", file("key"), "-out", file("cert"), "-days", String(days));
    for (const extension of extensions) args.push("-addext", extension);
    if (issuer !== undefined) {
      writeFileSync(file("ca"), issuer.cert);
      writeFileSync(file("ca-key"), issuer.key, { mode: 0o600 });
      args.push("-CA", file("ca"), "-CAkey", file("ca-key"));
    }
    execFileSync("openssl", args, { stdio: ["ignore", "ignore", "pipe"] });
    const cert = readFileSync(file("cert"), "utf8");
    return { key: readFileSync(file("key"), "utf8"), cert, der: derOf(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ""), "base64");
}
