/** What a certificate says (RFC 5280), for claims and reports. */
import { X509Certificate } from "node:crypto";
import { isIPv6, SocketAddress } from "node:net";
import { MalformedTls } from "./fields";
import { signatureAlgorithm } from "./signature-algorithm";

export interface CertificateFacts {
  /** `C=FR, O=House, CN=localhost`; empty where the certificate names nobody. */
  readonly subject: string;
  readonly issuer: string;
  /** Issued under its own name and signed with its own key. */
  readonly selfSigned: boolean;
  /** DNS names and IP addresses of the subject alternative name, in its order. */
  readonly names: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: KeyFacts;
  /** `ecdsa-with-SHA256`, or an object identifier that has no usual name. */
  readonly signatureAlgorithm: string;
  /** SHA-256 of the DER, `AB:CD:…` */
  readonly fingerprint256: string;
  /** Basic constraints say that it may issue certificates. */
  readonly isCa: boolean;
  /**
   * Whether that certificate's owner signed this one: the names fit and the signature is good. Whether it was allowed to
   * and when is not asked.
   * @param issuer DER
   * @throws MalformedTls
   */
  issuedBy(issuer: Buffer): boolean;
}

interface KeyFacts {
  /** `rsa`, `ec`, `ed25519`, as Node names it. */
  readonly type: string;
  /** 0 for a kind of key whose size is not known. */
  readonly bits: number;
  /** `prime256v1`, as OpenSSL names it. */
  readonly curve?: string;
}

/**
 * @param der one certificate and nothing behind it
 * @throws MalformedTls when OpenSSL does not take it for one
 */
export function certificateFacts(der: Buffer): CertificateFacts {
  return reading(() => {
    const certificate = parse(der);
    return {
      subject: oneLine(certificate.subject),
      issuer: oneLine(certificate.issuer),
      selfSigned: signedBy(certificate, certificate),
      names: alternativeNames(certificate.subjectAltName),
      notBefore: date(certificate.validFrom),
      notAfter: date(certificate.validTo),
      key: keyFacts(certificate),
      signatureAlgorithm: signatureAlgorithm(der),
      fingerprint256: certificate.fingerprint256,
      isCa: certificate.ca,
      issuedBy: (issuer) => reading(() => signedBy(certificate, parse(issuer))),
    };
  });
}

/** OpenSSL's complaints, of which there are hundreds, become one kind of error. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedTls) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new MalformedTls(`the certificate cannot be read: ${why}`);
  }
}

function parse(der: Buffer): X509Certificate {
  const certificate = new X509Certificate(der);
  if (!certificate.raw.equals(der)) throw new MalformedTls("this is not a certificate in DER");
  return certificate;
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.issuer === issuer.subject && certificate.verify(issuer.publicKey);
}

/** Node has one attribute a line, and nothing at all for an empty name. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}

function date(text: string): Date {
  const found = new Date(text);
  if (Number.isNaN(found.getTime())) throw new MalformedTls(`“${text}” is not a date`);
  return found;
}

/** Node's line `DNS:localhost, IP Address:127.0.0.1`, in which a value with a comma or a quote is a JSON string. */
const NAME = /([^:,"]+):((?:[^,"]|"(?:[^"\\]|\\.)*")*)(?:, |$)/gy;

function alternativeNames(line: string | undefined): readonly string[] {
  return [...(line ?? "").matchAll(NAME)].flatMap(([, kind, value = ""]) => {
    if (kind === "IP Address") return [address(value)];
    return kind === "DNS" ? [value.startsWith('"') ? (JSON.parse(value) as string) : value] : [];
  });
}

/** `0:0:0:0:0:0:0:1` is `::1`. */
function address(text: string): string {
  return isIPv6(text) ? new SocketAddress({ address: text, family: "ipv6" }).address : text;
}

/** RFC 8032: the sizes of the keys. */
const FIXED: Readonly<Record<string, number>> = { ed25519: 256, ed448: 456 };

function keyFacts({ publicKey }: X509Certificate): KeyFacts {
  const type = publicKey.asymmetricKeyType ?? "unknown";
  const { modulusLength, namedCurve: curve } = publicKey.asymmetricKeyDetails ?? {};
  // Every curve that a certificate is likely to have bears its size in its name.
  const ofCurve = Number(/\d{3}/.exec(curve ?? "")?.[0] ?? 0);
  const bits = modulusLength ?? FIXED[type] ?? ofCurve;
  return { type, bits, ...(curve === undefined ? {} : { curve }) };
}
