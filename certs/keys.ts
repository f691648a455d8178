/** Pairs of keys, and between WebCrypto, which makes and uses them, and PEM, which everybody else reads. */
import { createPrivateKey, KeyObject, webcrypto } from "node:crypto";

export type CryptoKey = webcrypto.CryptoKey;
export type CryptoKeyPair = webcrypto.CryptoKeyPair;

const { subtle } = webcrypto;
const rsa = (modulusLength: number) => ({
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
});

const ALGORITHMS = {
  p256: { name: "ECDSA", namedCurve: "P-256" },
  rsa1024: rsa(1024),
  rsa2048: rsa(2048),
  rsa4096: rsa(4096),
};

/** `rsa1024` is too weak to be used in earnest; it is for showing that clients refuse it. */
export type KeyKind = keyof typeof ALGORITHMS;

export function makeKeys(kind: KeyKind): Promise<CryptoKeyPair> {
  return subtle.generateKey(ALGORITHMS[kind], true, ["sign", "verify"]);
}

/** The private key as PEM, PKCS#8. */
export function keyToPem(key: CryptoKey): string {
  return KeyObject.from(key).export({ type: "pkcs8", format: "pem" }).toString();
}

/** A private key that can sign, from PEM. */
export function keyFromPem(pem: string): Promise<CryptoKey> {
  const key = createPrivateKey(pem);
  const { name, ...rest } = key.asymmetricKeyType === "ec" ? ALGORITHMS.p256 : ALGORITHMS.rsa2048;
  return subtle.importKey("pkcs8", key.export({ type: "pkcs8", format: "der" }), { name, ...rest }, false, [
    "sign",
  ]);
}
