import { LOCAL_NAMES, RECIPES } from "../../certs";
import type { Fault } from "./fault";
import { drop } from "./relay/meddle";
import { both, byVersion, relayed } from "./tls/relay";
import { sha1Signed } from "./tls/sha1";
import { leak, terminator, WEAK } from "./tls/terminator";

/** The handshake on the wire, the certificate’s quality, and what an eavesdropper sees. */
export const faults: readonly Fault[] = [
  {
    id: "5.2-only-1.2",
    what: { en: "The broker speaks TLS 1.2 at most.", fr: "Le broker parle TLS 1.2 tout au plus." },
    breaks: ["5.2-version/tls-1.3", "5.2-client-hello/certificate-hidden"],
    tls: { front: terminator({ maxVersion: "TLSv1.2" }) },
  },
  {
    id: "5.2-old-versions",
    what: { en: "The broker accepts TLS 1.0 and 1.1.", fr: "Le broker accepte TLS 1.0 et 1.1." },
    breaks: ["5.2-version/refuses-1.0", "5.2-version/refuses-1.1"],
    tls: { front: terminator({ minVersion: "TLSv1", ciphers: WEAK }) },
  },
  {
    id: "5.2-no-downgrade-sign",
    what: {
      en: "The ServerHello of TLS 1.2 does not say that the broker could do more.",
      fr: "Le ServerHello de TLS 1.2 ne signale pas que le broker saurait faire mieux.",
    },
    breaks: ["5.2-version/downgrade-told"],
    tls: { front: relayed((chunk) => overwrite(chunk, Buffer.from("DOWNGRD"), Buffer.from("nothing"))) },
  },
  {
    id: "5.2-chooses-what-was-not-offered",
    what: {
      en: "The ServerHello chooses a cipher suite that was not offered.",
      fr: "Le ServerHello choisit une suite cryptographique qui n’était pas offerte.",
    },
    breaks: ["5.2-client-hello/server-hello"],
    tls: { front: relayed(withCipherSuite(0x1305)) },
  },
  {
    id: "5.2-two-certificates",
    what: {
      en: "Clients of TLS 1.2 are shown another certificate than those of TLS 1.3.",
      fr: "Les clients TLS 1.2 se voient présenter un autre certificat que les clients TLS 1.3.",
    },
    breaks: ["5.2-client-hello/certificate-shown"],
    tls: { front: byVersion(terminator({ maxVersion: "TLSv1.2", certified: RECIPES.good })) },
  },
  {
    id: "5.2-weak-key",
    what: {
      en: "The certificate’s key is RSA with 1024 bits.",
      fr: "La clé du certificat est RSA à 1024 bits.",
    },
    breaks: ["5.2-certificate/strong-key"],
    tls: { front: terminator({ certified: RECIPES["weak-key"], ciphers: WEAK }) },
  },
  {
    id: "5.2-sha-1",
    what: { en: "The certificate is signed with SHA-1.", fr: "Le certificat est signé avec SHA-1." },
    breaks: ["5.2-certificate/strong-signature"],
    tls: { front: terminator({ certified: () => sha1Signed(LOCAL_NAMES), ciphers: WEAK }) },
  },
  {
    id: "5.3-leaks",
    what: {
      en: "What the broker says over TLS, it also says in clear.",
      fr: "Ce que le broker dit par TLS, il le dit aussi en clair.",
    },
    breaks: ["5.3-encrypted/never-in-clear", "5.3-encrypted/application-data"],
    tls: { front: terminator({ serve: leak }) },
  },
  {
    id: "5.3-plain-subscriber-forgotten",
    what: {
      en: "What is published does not reach subscribers on the plain port.",
      fr: "Ce qui est publié ne parvient pas aux abonnés du port en clair.",
    },
    breaks: ["5.3-encrypted/in-clear-on-plain", "5.3-encrypted/link-by-link"],
    tls: {},
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "reader-plain" }),
  },
  {
    id: "5.3-tls-port-takes-plain",
    what: { en: "The TLS port takes plain MQTT too.", fr: "Le port TLS accepte aussi MQTT en clair." },
    breaks: ["5.3-plaintext-refused/plain-on-tls"],
    tls: { front: both },
  },
  {
    id: "5.3-plain-port-takes-tls",
    what: { en: "The plain port takes TLS too.", fr: "Le port en clair accepte aussi TLS." },
    breaks: ["5.3-plaintext-refused/tls-on-plain"],
    tls: { plainFront: both },
  },
];

/** Bytes are replaced by as many others, wherever they stand. */
function overwrite(chunk: Buffer, what: Buffer, by: Buffer): Buffer {
  const found = chunk.indexOf(what);
  if (found < 0) return chunk;
  const copy = Buffer.from(chunk);
  by.copy(copy, found);
  return copy;
}

/** Record header 5, message header 4, version 2, random 32, then the session id with its length, then the suite. */
function withCipherSuite(suite: number): (chunk: Buffer) => Buffer {
  const SESSION_ID = 5 + 4 + 2 + 32;
  return (chunk) => {
    if (chunk[0] !== 22 || chunk[5] !== 2) return chunk;
    const copy = Buffer.from(chunk);
    copy.writeUInt16BE(suite, SESSION_ID + 1 + (chunk[SESSION_ID] ?? 0));
    return copy;
  };
}
