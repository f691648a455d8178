/** The lab's secrets: made when there are none, and kept as long as the lab. */
import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { utils } from "ssh2";
import { selfSigned } from "../../certs";
import { fingerprint } from "../evidence/ssh/host-key";
import { sshKeyPair } from "../evidence/ssh/key-pair";
import { LabError } from "./error";
import type { LabFolder } from "./folder";
import { certificateNames, type LabSettings } from "./settings";

export const FILES = {
  hostKey: "ssh/ssh_host_ed25519_key",
  password: "ssh/password",
  authorizedKeys: "ssh/authorized_keys",
  /** Our own way in where students log in with their keys. */
  probeKey: "probe_key",
  certificate: "broker/mosquitto.crt",
  certificateKey: "broker/mosquitto.key",
} as const;

/** How students log in: a password (a new one if none is said), or the keys of a file of public keys. */
export interface Login {
  readonly password?: string;
  readonly publicKeys?: string;
}

/** Letters and digits that are told apart on a projector. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** 59 bits, in three groups of four. */
export function makePassword(): string {
  const four = () => Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
  return [four(), four(), four()].join("-");
}

/** What clients of the lab must know of its host key. */
export interface HostKey {
  /** `SHA256:…` */
  readonly fingerprint: string;
  /** `ssh-ed25519 AAAA…` */
  readonly line: string;
}

/** Makes those keys that are missing, and a new certificate where it must bear other names. */
export async function makeKeys(folder: LabFolder, settings: LabSettings, login: Login): Promise<void> {
  if (!folder.has(FILES.hostKey)) {
    await folder.write(FILES.hostKey, sshKeyPair().private, { secret: true });
  }
  await makeLogin(folder, login);
  const names = certificateNames(settings);
  const state = await folder.state();
  if (state?.certified.join() === names.join() && folder.has(FILES.certificate)) return;
  const { certificate, key } = await selfSigned({ names });
  await folder.write(FILES.certificateKey, key, { secret: true });
  await folder.write(FILES.certificate, certificate);
  const now = await folder.state();
  if (now !== undefined) await folder.save({ ...now, certified: names });
}

/** Either there is a password, or there are keys: sshd asks for the one whose file is there. */
async function makeLogin(folder: LabFolder, { password, publicKeys }: Login): Promise<void> {
  if (publicKeys !== undefined) {
    const own = sshKeyPair("tp-mqtt lab status");
    await folder.write(FILES.probeKey, own.private, { secret: true });
    await folder.write(FILES.authorizedKeys, `${publicKeys}${own.public}\n`, { secret: true });
    await folder.drop(FILES.password);
  } else if (password !== undefined || !(folder.has(FILES.password) || folder.has(FILES.authorizedKeys))) {
    await folder.write(FILES.password, `${password ?? makePassword()}\n`, { secret: true });
    await folder.drop(FILES.authorizedKeys);
    await folder.drop(FILES.probeKey);
  }
}

/** Undefined where students log in with keys. */
export async function passwordOf(folder: LabFolder): Promise<string | undefined> {
  return folder.has(FILES.password) ? (await folder.text(FILES.password)).trimEnd() : undefined;
}

export async function hostKeyOf(folder: LabFolder): Promise<HostKey> {
  const key = utils.parseKey(await folder.text(FILES.hostKey));
  if (key instanceof Error) throw key;
  const blob = key.getPublicSSH();
  return { fingerprint: fingerprint(blob), line: `${key.type} ${blob.toString("base64")}` };
}

/** @returns the public keys of a file, a line each, without options */
export async function readPublicKeys(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new LabError(noKeys(path), { cause });
  });
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const keys = lines.map((line) => utils.parseKey(line));
  const sound = keys.every((key) => !(key instanceof Error) && !key.isPrivateKey());
  if (keys.length === 0 || !sound) throw new LabError(noKeys(path));
  return lines.map((line) => `${line}\n`).join("");
}

function noKeys(path: string) {
  return {
    en: `${path} is no file of OpenSSH public keys; name for instance ~/.ssh/id_ed25519.pub.`,
    fr: `${path} n’est pas un fichier de clés publiques OpenSSH ; indiquez par exemple ~/.ssh/id_ed25519.pub.`,
  };
}
