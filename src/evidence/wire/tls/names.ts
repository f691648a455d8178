/**
 * The numbers of TLS by the names that the RFCs and IANA's registries give them. A number that has none is written as
 * `0x1234`.
 */
import { ALERTS } from "./names/alerts";
import { CIPHER_SUITES } from "./names/cipher-suites";
import { EXTENSIONS } from "./names/extensions";
import { GROUPS } from "./names/groups";
import { SIGNATURE_SCHEMES } from "./names/signature-schemes";

/** A number on the wire, with its name. */
export interface Code {
  readonly id: number;
  /** As the registry has it, `GREASE 0x0a0a`, or `0x1234` where there is none. */
  readonly name: string;
  /** A value that stands for nothing and that a peer has to pass over (RFC 8701). */
  readonly grease?: true;
}

const VERSIONS: Readonly<Record<number, string>> = {
  0x0300: "SSL 3.0",
  0x0301: "TLS 1.0",
  0x0302: "TLS 1.1",
  0x0303: "TLS 1.2",
  0x0304: "TLS 1.3",
};

/** RFC 8446, appendix B.3, RFC 5246, section 7.4, and IANA's registry “TLS HandshakeType”. */
const HANDSHAKE_TYPES: Readonly<Record<number, string>> = {
  0: "HelloRequest",
  1: "ClientHello",
  2: "ServerHello",
  3: "HelloVerifyRequest",
  4: "NewSessionTicket",
  5: "EndOfEarlyData",
  8: "EncryptedExtensions",
  11: "Certificate",
  12: "ServerKeyExchange",
  13: "CertificateRequest",
  14: "ServerHelloDone",
  15: "CertificateVerify",
  16: "ClientKeyExchange",
  20: "Finished",
  21: "CertificateURL",
  22: "CertificateStatus",
  23: "SupplementalData",
  24: "KeyUpdate",
  25: "CompressedCertificate",
  254: "message_hash",
};

const ALERT_LEVELS: Readonly<Record<number, string>> = { 1: "warning", 2: "fatal" };

/** RFC 8701: both bytes are equal, and end in `a`. */
export function isGrease(id: number): boolean {
  return (id & 0x0f0f) === 0x0a0a && id >> 8 === (id & 0xff);
}

export const version = namesOf(VERSIONS);
export const cipherSuite = namesOf(CIPHER_SUITES);
export const group = namesOf(GROUPS);
export const signatureScheme = namesOf(SIGNATURE_SCHEMES);
export const extensionType = namesOf(EXTENSIONS);

export function handshakeType(id: number): string {
  return HANDSHAKE_TYPES[id] ?? hex(id, 2);
}

/** Whether a handshake message of that type exists. */
export function isHandshakeType(id: number): boolean {
  return Object.hasOwn(HANDSHAKE_TYPES, id);
}

/** `warning` or `fatal`, the only ones there are. */
export function alertLevel(id: number): string {
  return ALERT_LEVELS[id] ?? hex(id, 2);
}

export function alertDescription(id: number): string {
  return ALERTS[id] ?? hex(id, 2);
}

/** Names of two-byte numbers. */
function namesOf(table: Readonly<Record<number, string>>): (id: number) => Code {
  return (id) => {
    if (isGrease(id)) return { id, name: `GREASE ${hex(id, 4)}`, grease: true };
    return { id, name: table[id] ?? hex(id, 4) };
  };
}

function hex(id: number, digits: number): string {
  return `0x${id.toString(16).padStart(digits, "0")}`;
}
