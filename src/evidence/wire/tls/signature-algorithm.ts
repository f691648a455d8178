/** Reads what Node's X509Certificate does not tell: with which algorithm a certificate was signed. */
import { MalformedTls } from "./fields";

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;

/** By RFC 3279, 4055, 5758, 8410 and 8692, under the names that OpenSSL prints. */
const NAMES: Readonly<Record<string, string>> = {
  "1.2.840.10040.4.3": "dsa-with-SHA1",
  "1.2.840.10045.4.1": "ecdsa-with-SHA1",
  "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
  "1.2.840.10045.4.3.2": "ecdsa-with-SHA256",
  "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
  "1.2.840.10045.4.3.4": "ecdsa-with-SHA512",
  "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
  "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
  "1.2.840.113549.1.1.10": "rsassaPss",
  "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
  "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
  "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
  "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
  "1.3.101.112": "ED25519",
  "1.3.101.113": "ED448",
  "2.16.840.1.101.3.4.3.2": "dsa_with_SHA256",
};

/**
 * @param der a certificate (RFC 5280, section 4.1): what is signed, the algorithm, the signature
 * @returns its name, or the object identifier with dots where it has none here
 * @throws MalformedTls
 */
export function signatureAlgorithm(der: Buffer): string {
  const certificate = element(der, SEQUENCE);
  const signed = element(certificate.content, SEQUENCE);
  const algorithm = element(signed.rest, SEQUENCE);
  const oid = dotted(element(algorithm.content, OBJECT_IDENTIFIER).content);
  return NAMES[oid] ?? oid;
}

/** The element of that tag which the bytes begin with, and what follows it (X.690, section 8.1). */
function element(bytes: Buffer, tag: number): { readonly content: Buffer; readonly rest: Buffer } {
  const [found, first] = bytes;
  if (found !== tag || first === undefined) throw new MalformedTls("this is not a certificate in DER");
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4 || bytes.length < 2 + lengthBytes) throw new MalformedTls("a length is not DER");
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
  const start = 2 + lengthBytes;
  if (start + length > bytes.length) throw new MalformedTls("the certificate is cut off");
  return { content: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

/** X.690, section 8.19: seven bits a byte, the first two numbers in one. */
function dotted(content: Buffer): string {
  const numbers: bigint[] = [];
  let number = 0n;
  for (const byte of content) {
    number = number * 128n + BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(number);
    number = 0n;
  }
  const [both = 0n, ...others] = numbers;
  const first = both < 80n ? both / 40n : 2n;
  return [first, both - first * 40n, ...others].join(".");
}
