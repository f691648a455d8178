/** The certificate that a remote broker's clients were given: `--ca FILE`. */
import { X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { same, type Text } from "../words/text";
import { TargetError } from "./target";

/** Far more than the authorities of a whole system, far less than a file that was named by mistake. */
const MAX_BYTES = 4 << 20;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;

/**
 * The certificates in `file`, PEM, without what stands around them. Rejects with a `TargetError` of one sentence when it
 * cannot be read, holds none, or holds a private key too, which nobody should hand out.
 */
export async function readAuthority(file: string): Promise<string> {
  const text = await contentOf(file);
  if (PRIVATE_KEY.test(text)) throw refuse(holdsKey(file));
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) throw refuse(unreadable(file, NOT_PEM));
  if (!certificates.every(parses)) throw refuse(unreadable(file, DAMAGED));
  return `${certificates.join("\n")}\n`;
}

async function contentOf(file: string): Promise<string> {
  try {
    // Asked before it is opened: a pipe would wait for somebody to write.
    const stats = await stat(file);
    if (!stats.isFile()) throw refuse(unreadable(file, NO_FILE));
    if (stats.size > MAX_BYTES) throw refuse(unreadable(file, TOO_LARGE));
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof TargetError) throw error;
    throw refuse(unreadable(file, reasonOf(error)), error);
  }
}

function parses(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { en: "there is no such file", fr: "ce fichier n’existe pas" },
  EACCES: { en: "you may not read it", fr: "vous n’avez pas le droit de le lire" },
};
const NO_FILE: Text = { en: "it is a folder or a device", fr: "c’est un dossier ou un périphérique" };
const TOO_LARGE: Text = { en: "it is too large to be one", fr: "ce fichier est trop gros pour en être un" };
const NOT_PEM: Text = {
  en: "it is not PEM, that is, text with the line -----BEGIN CERTIFICATE----- (from DER: openssl x509 -inform der)",
  fr: "ce n’est pas du PEM, un texte qui contient la ligne -----BEGIN CERTIFICATE----- (depuis DER : openssl x509 -inform der)",
};
const DAMAGED: Text = {
  en: "between BEGIN CERTIFICATE and END CERTIFICATE something is missing or damaged",
  fr: "entre BEGIN CERTIFICATE et END CERTIFICATE, il manque quelque chose ou le contenu est abîmé",
};

function reasonOf(error: unknown): Text {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? same(code);
}

function unreadable(file: string, why: Text): Text {
  return {
    en: `The certificate ${file} (--ca, TP_CA) cannot be read: ${why.en}.`,
    fr: `Le certificat ${file} (--ca, TP_CA) ne peut pas être lu : ${why.fr}.`,
  };
}

function holdsKey(file: string): Text {
  return {
    en: `${file} (--ca, TP_CA) holds a private key, which must stay with the broker: name the certificate that is handed out, mosquitto.crt on the sheet.`,
    fr: `${file} (--ca, TP_CA) contient une clé privée, qui ne doit pas quitter le broker : indiquez le certificat distribué, mosquitto.crt sur l’énoncé.`,
  };
}

function refuse(text: Text, cause?: unknown): TargetError {
  return new TargetError(text, { cause });
}
