/** The hosts that a user's `ssh` knows: the format is that of sshd(8), “SSH_KNOWN_HOSTS FILE FORMAT”. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { typeOf } from "./host-key";

interface KnownKey {
  readonly key: Buffer;
  readonly revoked: boolean;
  /** The entry names the port; without, a host's key is good for any of its ports, but proves no change on another. */
  readonly exact: boolean;
}

/** What is on file about one host and port. */
export class KnownHost {
  constructor(private readonly keys: readonly KnownKey[]) {}

  /** Types of the keys on file, for which the server is to be asked first. */
  get types(): readonly string[] {
    return [...new Set(this.trusted.map(({ key }) => typeOf(key)))];
  }

  /** Whether anything is on file by which a key could be accepted. */
  get isKnown(): boolean {
    return this.trusted.length > 0;
  }

  judge(key: Buffer): "known" | "unknown" | "changed" | "revoked" {
    const same = this.keys.filter((known) => known.key.equals(key));
    if (same.some(({ revoked }) => revoked)) return "revoked";
    if (same.length > 0) return "known";
    return this.trusted.some(({ exact }) => exact) ? "changed" : "unknown";
  }

  private get trusted(): readonly KnownKey[] {
    return this.keys.filter(({ revoked }) => !revoked);
  }
}

/** The user's files and the system's, as `ssh` reads them. */
export function knownHostsFiles(): readonly string[] {
  const user = join(homedir(), ".ssh");
  return [join(user, "known_hosts"), join(user, "known_hosts2"), "/etc/ssh/ssh_known_hosts"];
}

/** Reads the files; one that is not there or may not be read has nothing to say. */
export async function lookUp(host: string, port: number, files = knownHostsFiles()): Promise<KnownHost> {
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  return new KnownHost(texts.flatMap((text) => keysIn(text, host.toLowerCase(), port)));
}

const DEFAULT_PORT = 22;

/** The keys in the text of one file that are about this host. */
export function keysIn(text: string, host: string, port: number): readonly KnownKey[] {
  const exact = port === DEFAULT_PORT ? host : `[${host}]:${port}`;
  return text.split(/\r?\n/).flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const marker = fields[0]?.startsWith("@") ? fields.shift() : undefined;
    const [names = "", type = "", base64 = ""] = fields;
    // An authority's key signs certificates, which are not asked for.
    if (names.startsWith("#") || base64 === "" || marker === "@cert-authority") return [];
    const key = Buffer.from(base64, "base64");
    if (typeOf(key) !== type) return [];
    const isExact = covers(names, exact);
    if (!isExact && !covers(names, host)) return [];
    return [{ key, revoked: marker === "@revoked", exact: isExact }];
  });
}

function covers(names: string, name: string): boolean {
  if (names.startsWith("|1|")) return isHashOf(names, name);
  const patterns = names.toLowerCase().split(",");
  if (patterns.some((pattern) => pattern.startsWith("!") && fits(pattern.slice(1), name))) return false;
  return patterns.some((pattern) => !pattern.startsWith("!") && fits(pattern, name));
}

/** `|1|salt|hash`: HMAC-SHA1 of the name. */
function isHashOf(names: string, name: string): boolean {
  const [, , salt = "", hash = ""] = names.split("|");
  const expected = Buffer.from(hash, "base64");
  const actual = createHmac("sha1", Buffer.from(salt, "base64")).update(name).digest();
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function fits(pattern: string, name: string): boolean {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\*/g, ".*").replace(/\?/g, ".")}$`).test(name);
}
