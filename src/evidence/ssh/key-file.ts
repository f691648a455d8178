/** The user's private key. */
import { readFile } from "node:fs/promises";
import { utils, type ParsedKey } from "ssh2";
import type { Text } from "../../words/text";
import { SshError } from "./error";

/**
 * @param passphrase of an encrypted key
 * @throws SshError `key-unreadable`, or `key-encrypted` without the right passphrase
 */
export async function readKey(file: string, passphrase?: string): Promise<ParsedKey> {
  const text = await readFile(file).catch((cause: unknown) => {
    throw unreadable(file, REASONS[codeOf(cause)] ?? { en: codeOf(cause), fr: codeOf(cause) }, cause);
  });
  const key = utils.parseKey(text, passphrase);
  if (!(key instanceof Error)) {
    if (key.isPrivateKey()) return key;
    throw unreadable(file, PUBLIC);
  }
  if (/passphrase|encrypted|integrity|bad decrypt/i.test(key.message)) throw encrypted(file, passphrase, key);
  throw unreadable(file, NO_KEY, key);
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { en: "there is no such file", fr: "ce fichier n’existe pas" },
  EACCES: { en: "you may not read it", fr: "vous n’avez pas le droit de le lire" },
  EISDIR: { en: "it is a folder", fr: "c’est un dossier" },
};
const PUBLIC: Text = {
  en: "it holds a public key; the private one has no .pub at its end",
  fr: "il contient une clé publique ; le nom de la clé privée ne se termine pas par .pub",
};
const NO_KEY: Text = { en: "it holds no private key", fr: "il ne contient pas de clé privée" };

function unreadable(file: string, why: Text, cause?: unknown): SshError {
  const text = {
    en: `The SSH key ${file} (--ssh-key, TP_SSH_KEY) cannot be used: ${why.en}.`,
    fr: `La clé SSH ${file} (--ssh-key, TP_SSH_KEY) est inutilisable : ${why.fr}.`,
  };
  return new SshError("key-unreadable", text, {}, { cause });
}

function encrypted(file: string, passphrase: string | undefined, cause: Error): SshError {
  const text =
    passphrase === undefined
      ? {
          en: `The SSH key ${file} is encrypted: put its passphrase into TP_SSH_PASSPHRASE.`,
          fr: `La clé SSH ${file} est chiffrée : mettez sa phrase secrète dans TP_SSH_PASSPHRASE.`,
        }
      : {
          en: `The passphrase (TP_SSH_PASSPHRASE) does not open the SSH key ${file}.`,
          fr: `La phrase secrète (TP_SSH_PASSPHRASE) n’ouvre pas la clé SSH ${file}.`,
        };
  return new SshError("key-encrypted", text, {}, { cause });
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}
