/** Makes certificates: the `mosquitto.crt` and `mosquitto.key` of the sheet, and the authorities that may sign others. */
import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import type * as X509 from "@peculiar/x509";
import { keyFromPem, keyToPem, makeKeys, type CryptoKey, type KeyKind } from "./keys";
import { x509 } from "./library";

const DAY_MS = 24 * 60 * 60 * 1000;
const VALIDITY_DAYS = 365;
/** RFC 5280, appendix A.1: ub-common-name. */
const COMMON_NAME_MAX = 64;

export interface CertificateOptions {
  /** DNS names and IP addresses of the server: the subject alternative names, which are what clients look at. */
  readonly names: readonly string[];
  /** The subject, for people; by default the first of the names. */
  readonly commonName?: string;
  /** By default a day ago, since the clocks of a class differ. */
  readonly notBefore?: Date;
  /** By default in a year. */
  readonly notAfter?: Date;
  /** By default `p256`, which is made in a millisecond. */
  readonly key?: KeyKind;
}

/** A certificate and the private key that belongs to it. */
export interface CertifiedKey {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS#8, not encrypted. */
  readonly key: string;
}

/** A server's certificate that is its own trust anchor: what clients are given is what the server shows. */
export function selfSigned(options: CertificateOptions): Promise<CertifiedKey> {
  return issue(options, "own anchor");
}

/** A server's certificate signed by an authority that `authority` made. */
export function signedBy(issuer: CertifiedKey, options: CertificateOptions): Promise<CertifiedKey> {
  return issue(options, "server", issuer);
}

/** An authority whose certificate clients may be given; it serves nothing itself. */
export function authority(commonName: string): Promise<CertifiedKey> {
  return issue({ names: [], commonName }, "authority");
}

type Use = "own anchor" | "server" | "authority";

async function issue(options: CertificateOptions, use: Use, issuer?: CertifiedKey): Promise<CertifiedKey> {
  const making = makeKeys(options.key ?? "p256");
  const { Name, X509CertificateGenerator } = x509();
  const keys = await making;
  const subject = new Name([{ CN: [commonName(options)] }]);
  const itself: Signer = { name: subject, publicKey: keys.publicKey, key: keys.privateKey };
  const signer = issuer === undefined ? itself : await signerOf(issuer);
  const now = Date.now();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject,
    issuer: signer.name,
    notBefore: options.notBefore ?? new Date(now - DAY_MS),
    notAfter: options.notAfter ?? new Date(now + VALIDITY_DAYS * DAY_MS),
    publicKey: keys.publicKey,
    signingKey: signer.key,
    extensions: await extensions(options, use, keys.publicKey, signer.publicKey),
  });
  return { certificate: `${certificate.toString("pem").trimEnd()}\n`, key: keyToPem(keys.privateKey) };
}

interface Signer {
  readonly name: X509.Name;
  readonly publicKey: CryptoKey | X509.PublicKey;
  readonly key: CryptoKey;
}

async function signerOf({ certificate, key }: CertifiedKey): Promise<Signer> {
  const { subjectName, publicKey } = new (x509().X509Certificate)(certificate);
  return { name: subjectName, publicKey, key: await keyFromPem(key) };
}

function commonName({ names, commonName: given }: CertificateOptions): string {
  return (given ?? names[0] ?? "tp-mqtt").slice(0, COMMON_NAME_MAX);
}

/** 16 random bytes that are a positive number without leading zeros (RFC 5280, 4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString("hex");
}

/**
 * RFC 5280, 4.2.1. A certificate that is its own anchor says that it may sign, as what `openssl req -x509` makes does:
 * OpenSSL before 3.0 takes none for self-signed otherwise, and Python 3.13 wants a CA to name what its key is for.
 */
async function extensions(
  { names }: CertificateOptions,
  use: Use,
  publicKey: CryptoKey,
  issuer: Signer["publicKey"],
): Promise<X509.Extension[]> {
  const lib = x509();
  const signs = use !== "server";
  return [
    new lib.BasicConstraintsExtension(signs, signs ? 0 : undefined, true),
    new lib.KeyUsagesExtension(usages(use), true),
    ...(use === "authority" ? [] : [new lib.ExtendedKeyUsageExtension([lib.ExtendedKeyUsage.serverAuth])]),
    ...(names.length === 0 ? [] : [new lib.SubjectAlternativeNameExtension(names.map(generalName))]),
    await lib.SubjectKeyIdentifierExtension.create(publicKey),
    await lib.AuthorityKeyIdentifierExtension.create(issuer),
  ];
}

function usages(use: Use): X509.KeyUsageFlags {
  const { digitalSignature, keyCertSign, cRLSign } = x509().KeyUsageFlags;
  if (use === "authority") return keyCertSign | cRLSign;
  if (use === "own anchor") return digitalSignature | keyCertSign;
  return digitalSignature;
}

function generalName(name: string): { type: "dns" | "ip"; value: string } {
  return { type: isIP(name) === 0 ? "dns" : "ip", value: name };
}
