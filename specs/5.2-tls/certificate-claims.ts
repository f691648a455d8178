import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { certificateFacts, type CertificateFacts } from "../../src/evidence/wire/tls/x509";
import type { TlsEntry } from "../../src/evidence/journal/entry";
import type { Claim } from "../../src/judge/claim";
import { fail, pass } from "../../src/judge/finding";
import type { Scene } from "../../src/judge/scene";
import { served as servedTo } from "../../src/judge/tls";
import { same, type Text } from "../../src/words/text";

export interface Served {
  readonly der: Buffer;
  readonly entry: TlsEntry;
  readonly facts: CertificateFacts;
}

/** The broker's certificate, whether the client trusted it or not. */
export function served(scene: Scene): Served {
  const found = servedTo(scene, "visitor");
  if (found) return { ...found, facts: certificateFacts(found.der) };
  return scene.unplayed({ en: "the broker’s certificate", fr: "le certificat du broker" });
}

interface HandedOut {
  /** Name or address under which clients ask for the broker. */
  readonly name: string;
  /** PEM of one certificate or several. */
  readonly certificate?: string;
}

function handed(scene: Scene): HandedOut {
  return scene.mark("handed-out").data as HandedOut;
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

export const handedOut: Claim = {
  id: "handed-out",
  title: {
    en: "the broker serves the certificate that is handed out, or one that it vouches for",
    fr: "le broker sert le certificat qui est distribué, ou un certificat dont celui-ci répond",
  },
  rests: ["tls"],
  needs: ["certificate"],
  hint: {
    en: "Compare fingerprints: openssl x509 -fingerprint -sha256 of the file, and openssl s_client -connect of the port. A broker reads its certificate at its start only.",
    fr: "Comparez les empreintes : openssl x509 -fingerprint -sha256 du fichier, et openssl s_client -connect du port. Un broker ne lit son certificat qu’au démarrage.",
  },
  judge(scene) {
    const { der, entry, facts } = served(scene);
    const mark = scene.mark("handed-out");
    const list = (handed(scene).certificate?.match(PEM) ?? []).map((pem) => new X509Certificate(pem).raw);
    const vouched = entry.event === "established";
    if (vouched || list.some((one) => one.equals(der) || facts.issuedBy(one))) return pass(mark, entry);
    const prints = list.map((one) => certificateFacts(one).fingerprint256).join(", ");
    return fail(same(`SHA-256 ${prints}`), same(`SHA-256 ${facts.fingerprint256}`), mark, entry);
  },
};

const day = (date: Date) => date.toISOString().slice(0, 10);

export const validNow: Claim = {
  id: "valid-now",
  title: {
    en: "the certificate is valid on the day of the run",
    fr: "le certificat est valide au jour de l’exécution",
  },
  rests: ["tls"],
  clauses: ["RFC5280-4.1.2.5"],
  judge(scene) {
    const { entry, facts } = served(scene);
    const { notBefore, notAfter } = facts;
    const now = scene.startedAt;
    if (now >= notBefore && now <= notAfter) return pass(entry);
    return fail(
      { en: `valid on ${day(now)}`, fr: `valide le ${day(now)}` },
      {
        en: `valid from ${day(notBefore)} to ${day(notAfter)}`,
        fr: `valide du ${day(notBefore)} au ${day(notAfter)}`,
      },
      entry,
    );
  },
};

export const bearsName: Claim = {
  id: "bears-name",
  title: {
    en: "the certificate bears the broker’s name among its subject alternative names",
    fr: "le certificat porte le nom du broker parmi ses noms alternatifs (SAN)",
  },
  rests: ["tls"],
  clauses: ["RFC9525-6.3"],
  hint: {
    en: "A common name alone is no longer enough: Python and browsers look at the subject alternative name only (openssl req -addext subjectAltName=…).",
    fr: "Le common name seul ne suffit plus : Python et les navigateurs ne regardent que le subject alternative name (openssl req -addext subjectAltName=…).",
  },
  judge(scene) {
    const { der, entry, facts } = served(scene);
    const { name } = handed(scene);
    const certificate = new X509Certificate(der);
    const bears =
      isIP(name) === 0 ? certificate.checkHost(name, { subject: "never" }) : certificate.checkIP(name);
    if (bears !== undefined) return pass(entry);
    const names = facts.names.join(", ");
    return fail(same(`SAN ${name}`), names === "" ? NO_NAME : same(`SAN ${names}`), entry);
  },
};

const NO_NAME: Text = { en: "no subject alternative name at all", fr: "aucun nom alternatif (SAN)" };

/** NIST SP 800-57 part 1: 112 bits of security. */
const LEAST_BITS: Readonly<Record<string, number>> = {
  rsa: 2048,
  "rsa-pss": 2048,
  ec: 224,
  ed25519: 256,
  ed448: 456,
};

export const strongKey: Claim = {
  id: "strong-key",
  title: {
    en: "the certificate’s key is long enough: RSA of 2048 bits, or an elliptic curve of 224",
    fr: "la clé du certificat est assez longue : RSA de 2048 bits, ou courbe elliptique de 224",
  },
  rests: ["tls"],
  judge(scene) {
    const { entry, facts } = served(scene);
    const { type, bits } = facts.key;
    const least = LEAST_BITS[type];
    if (least !== undefined && bits >= least) return pass(entry);
    const wanted = least === undefined ? "RSA ≥ 2048, EC ≥ 224" : `${type} ≥ ${least}`;
    return fail(same(`${wanted} bits`), same(`${type} ${bits} bits`), entry);
  },
};

export const strongSignature: Claim = {
  id: "strong-signature",
  title: {
    en: "the certificate is signed with SHA-256 or better",
    fr: "le certificat est signé avec SHA-256 ou mieux",
  },
  rests: ["tls"],
  judge(scene) {
    const { entry, facts } = served(scene);
    if (!/md[245]|sha-?1(?!\d)/i.test(facts.signatureAlgorithm)) return pass(entry);
    return fail("SHA-256", same(facts.signatureAlgorithm), entry);
  },
};
