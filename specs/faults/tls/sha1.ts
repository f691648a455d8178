/** A certificate as nobody should make one any more; openssl still does. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CertifiedKey } from "../../../certs";
import { temporaryFolder } from "../../../src/exercise/temporary";

export async function sha1Signed(names: readonly string[]): Promise<CertifiedKey> {
  await using folder = await temporaryFolder();
  const [key, certificate] = [join(folder.path, "key"), join(folder.path, "crt")];
  const san = names.map((name) => `${isIP(name) === 0 ? "DNS" : "IP"}:${name}`).join(",");
  const made = ["-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "30"];
  const said = ["-sha1", "-subj", "/CN=localhost", "-addext", `subjectAltName=${san}`];
  await promisify(execFile)("openssl", ["req", "-x509", ...made, ...said]);
  return { certificate: await readFile(certificate, "utf8"), key: await readFile(key, "utf8") };
}
