/** What claims ask of the TLS side of a scene. */
import type { EstablishedEntry, RecordEntry, RefusalEntry, TlsEntry } from "../evidence/journal/entry";
import { handshakeMessages, type Seen as SeenMessage } from "../evidence/wire/tls/handshake";
import type { ClientHello } from "../evidence/wire/tls/client-hello";
import type { ServerHello } from "../evidence/wire/tls/server-hello";
import { phrase, same, type Text } from "../words/text";
import { fail } from "./finding";
import type { Scene } from "./scene";

/** TLS records on the connections of a role, in order; of one side only when `from` is given. */
export function recordsOf(scene: Scene, role: string, from?: "client" | "broker"): readonly RecordEntry[] {
  return tlsOf(scene, role).filter(
    (entry): entry is RecordEntry => entry.event === "record" && (from === undefined || entry.from === from),
  );
}

/** Handshake messages of a role that the wire shows in clear. */
export function messagesOf(scene: Scene, role: string): readonly SeenMessage<RecordEntry>[] {
  return handshakeMessages(recordsOf(scene, role));
}

/** The first ClientHello of a role. Inconclusive without: then the client did not get there. */
export function clientHello(
  scene: Scene,
  role: string,
): { readonly entry: RecordEntry; readonly hello: ClientHello } {
  const found = messagesOf(scene, role).find(({ clientHello: hello }) => hello !== undefined);
  if (found?.clientHello) return { entry: found.record, hello: found.clientHello };
  return scene.unplayed({ en: `ClientHello of “${role}”`, fr: `ClientHello de « ${role} »` });
}

/** The ServerHello that answered; undefined when none came. A HelloRetryRequest only asks for another ClientHello. */
export function answeredHello(
  scene: Scene,
  role: string,
): { readonly entry: RecordEntry; readonly hello: ServerHello } | undefined {
  const found = messagesOf(scene, role).find(({ serverHello: hello }) => hello?.helloRetryRequest === false);
  return found?.serverHello && { entry: found.record, hello: found.serverHello };
}

/** The ServerHello that answered. Fails without: it is what the broker owes for a ClientHello that it can accept. */
export function serverHello(
  scene: Scene,
  role: string,
): { readonly entry: RecordEntry; readonly hello: ServerHello } {
  const { entry } = clientHello(scene, role);
  return (
    answeredHello(scene, role) ?? fail("ServerHello", insteadOf(scene, role), entry, ending(scene, role))
  );
}

/** The handshake that the client's library completed and verified. Fails when it refused, or the broker did. */
export function established(scene: Scene, role: string): EstablishedEntry {
  return acceptedBy(scene, role) ?? fail(COMPLETED, insteadOf(scene, role), ending(scene, role));
}

/** The handshake that the client's library completed and verified; undefined when there is none. */
export function acceptedBy(scene: Scene, role: string): EstablishedEntry | undefined {
  return tlsOf(scene, role).find((entry) => entry.event === "established");
}

/** How the client's library ended the handshake; undefined when it did not. */
export function refusalOf(scene: Scene, role: string): RefusalEntry | undefined {
  return tlsOf(scene, role).find((entry) => entry.event === "refused");
}

/** OpenSSL’s own security level, which a client’s library may set higher than ours. */
const WEAK_CERTIFICATE = /^ERR_SSL_(?:EE|CA)_(?:KEY_TOO_SMALL|MD_TOO_WEAK)$/;

/** Whether it was the certificate that the client refused, and not the connection that broke: by Node's words. */
export function aboutCertificate({ code }: RefusalEntry): boolean {
  return (
    WEAK_CERTIFICATE.test(code) || code === "ERR_TLS_CERT_ALTNAME_INVALID" || !/^E(?:RR_|[A-Z]+$)/.test(code)
  );
}

/** What the client saw of the broker's certificate, DER, whether it accepted it or not. */
export function served(
  scene: Scene,
  role: string,
): { readonly der: Buffer; readonly entry: TlsEntry } | undefined {
  for (const entry of tlsOf(scene, role)) {
    if (entry.event !== "established" && entry.event !== "refused") continue;
    if (entry.certificate !== undefined) return { der: entry.certificate, entry };
  }
  return undefined;
}

/** The “actual” of a handshake that did not succeed. */
export function insteadOf(scene: Scene, role: string): Text {
  const refusal = refusalOf(scene, role);
  if (refusal) return REASONS[refusal.code] ?? phrase`${ENDED}${same(` (${refusal.code})`)}`;
  const opened = scene.connections(role).length > 0;
  const asked = scene.wire(role).some((entry) => entry.event === "refused");
  if (!opened && !asked)
    scene.unplayed({ en: `the handshake of “${role}”`, fr: `la négociation de « ${role} »` });
  return opened ? NO_END : NO_PORT;
}

/** What there is to quote of a handshake: its first records, what the library said, how the connection ended. */
export function ending(scene: Scene, role: string) {
  const wire = scene.wire(role).filter((entry) => entry.event !== "packet" && entry.event !== "bytes");
  return [...recordsOf(scene, role).slice(0, 6), ...[refusalOf(scene, role) ?? []].flat(), ...wire];
}

function tlsOf(scene: Scene, role: string): readonly TlsEntry[] {
  return scene.entries.filter((entry): entry is TlsEntry => entry.source === "tls" && entry.role === role);
}

const COMPLETED: Text = {
  en: "a TLS handshake in which the client verifies the broker’s certificate and name",
  fr: "une négociation TLS dans laquelle le client vérifie le certificat et le nom du broker",
};
const ENDED: Text = { en: "the handshake ended without success", fr: "la négociation n’a pas abouti" };
const NO_END: Text = {
  en: "the handshake did not come to an end",
  fr: "la négociation n’est pas arrivée à son terme",
};
const NO_PORT: Text = {
  en: "nothing accepts connections on the TLS port",
  fr: "rien n’accepte de connexion sur le port TLS",
};

/** By Node's word. */
const REASONS: Readonly<Record<string, Text>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    en: "the client does not trust the certificate: it is self-signed and not the one that was handed out",
    fr: "le client ne fait pas confiance au certificat : il est auto-signé et ce n’est pas celui qui a été distribué",
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    en: "the client does not trust the authority that signed the certificate",
    fr: "le client ne fait pas confiance à l’autorité qui a signé le certificat",
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    en: "the client does not know the authority that signed the certificate",
    fr: "le client ne connaît pas l’autorité qui a signé le certificat",
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    en: "the client cannot verify the certificate’s signature: the one that was handed out did not sign it",
    fr: "le client ne peut pas vérifier la signature du certificat : celui qui a été distribué ne l’a pas signé",
  },
  CERT_SIGNATURE_FAILURE: {
    en: "the certificate’s signature is wrong",
    fr: "la signature du certificat est fausse",
  },
  CERT_HAS_EXPIRED: { en: "the certificate has expired", fr: "le certificat a expiré" },
  CERT_NOT_YET_VALID: {
    en: "the certificate is not valid yet",
    fr: "le certificat n’est pas encore valide",
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    en: "the certificate was not issued for the name that the client asked for",
    fr: "le certificat n’a pas été émis pour le nom demandé par le client",
  },
  ERR_SSL_EE_KEY_TOO_SMALL: {
    en: "the certificate’s key is too small",
    fr: "la clé du certificat est trop courte",
  },
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: {
    en: "the broker demands a certificate of its clients, and this one has none",
    fr: "le broker exige un certificat de ses clients, et celui-ci n’en a pas",
  },
  ECONNRESET: {
    en: "the connection was cut during the handshake",
    fr: "la connexion a été coupée pendant la négociation",
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    en: "the answer is not TLS",
    fr: "la réponse n’est pas du TLS",
  },
};
