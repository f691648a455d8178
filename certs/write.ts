import { chmod, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CertifiedKey } from "./certificate";

/** Names that the sheet gives them. */
export const CERTIFICATE_FILE = "mosquitto.crt";
export const KEY_FILE = "mosquitto.key";

export interface CertificateFiles {
  /** Path of `mosquitto.crt`, which everybody may read. */
  readonly certificate: string;
  /** Path of `mosquitto.key`, which only its owner may read. */
  readonly key: string;
}

/** Writes both into a folder that exists, in place of those that are there. */
export async function writeCertificate(
  folder: string,
  { certificate, key }: CertifiedKey,
): Promise<CertificateFiles> {
  const files = { certificate: join(folder, CERTIFICATE_FILE), key: join(folder, KEY_FILE) };
  await Promise.all([replace(files.certificate, certificate, 0o644), replace(files.key, key, 0o600)]);
  return files;
}

/** As a new file: one that is there would keep its mode, and whoever has it open would read the key. */
async function replace(path: string, content: string, mode: number): Promise<void> {
  const fresh = `${path}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, content, { mode, flag: "wx" });
  // Whatever the umask took away.
  await chmod(fresh, mode);
  await rename(fresh, path);
}
