import { X509Certificate } from "node:crypto";
import { highestVersion } from "../../src/evidence/wire/tls/client-hello";
import { handshakeMessages } from "../../src/evidence/wire/tls/handshake";
import { CERTIFICATE, SERVER_HELLO } from "../../src/evidence/wire/tls/message";
import { HANDSHAKE, RECORD_HEADER } from "../../src/evidence/wire/tls/records";
import { web } from "./instead";
import type { Fault } from "./fault";
import type { Broker } from "./tls/fault";
import { elsewhere, muteTo, relayed, speaksTls } from "./tls/relay";

const HELLO = "5.2-client-hello";

/** What the broker answers to a ClientHello, if it does. */
export const faults: readonly Fault[] = [
  {
    id: "0-tls-mute",
    what: {
      en: "The TLS port accepts connections and says nothing.",
      fr: "Le port TLS accepte les connexions et se tait.",
    },
    breaks: ["0-target/tls-answers"],
    tls: { front: muteTo("tls", () => true) },
  },
  {
    id: "0-tls-web-server",
    what: {
      en: "A web server without TLS listens on the TLS port.",
      fr: "Un serveur web sans TLS écoute sur le port TLS.",
    },
    breaks: ["0-target/tls-answers"],
    tls: { front: elsewhere(web) },
  },
  {
    id: "5.2-mute-to-old-versions",
    what: {
      en: "To clients of TLS 1.0 and 1.1 the broker says nothing, and lets them wait.",
      fr: "Aux clients TLS 1.0 et 1.1, le broker ne dit rien et les laisse attendre.",
    },
    breaks: ["5.2-version/refuses-1.0", "5.2-version/refuses-1.1"],
    tls: { front: muteTo("tls", (first) => ["TLS 1.0", "TLS 1.1"].includes(highest(first) ?? "")) },
  },
  {
    id: "5.2-mute-to-1.3",
    what: {
      en: "A device on the way swallows every ClientHello that offers TLS 1.3.",
      fr: "Un équipement sur le chemin avale chaque ClientHello qui offre TLS 1.3.",
    },
    breaks: ["5.2-version/tls-1.3", "5.2-trusted/verified", `${HELLO}/server-hello`],
    tls: { front: muteTo("tls", (first) => highest(first) === "TLS 1.3") },
  },
  ...(
    [
      ["version", "a version", "une version", "002b00020304", "002b00020305"],
      ["group", "a group", "un groupe", "00330024001d", "003300240016"],
    ] as const
  ).map(([what, en, fr, from, to]): Fault => ({
    id: `5.2-${what}-not-offered`,
    what: {
      en: `The ServerHello chooses ${en} that was not offered.`,
      fr: `Le ServerHello choisit ${fr} qui n’était pas offert${what === "group" ? "" : "e"}.`,
    },
    breaks: [`${HELLO}/server-hello`],
    tls: { front: onServerHello((hello) => replaced(hello, from, to)) },
  })),
  {
    id: "5.2-session-id-not-echoed",
    what: {
      en: "The ServerHello does not echo the session id of the ClientHello.",
      fr: "Le ServerHello ne reprend pas l’identifiant de session du ClientHello.",
    },
    breaks: [`${HELLO}/server-hello`],
    tls: {
      front: onServerHello((hello) => {
        const SESSION_ID = RECORD_HEADER + 4 + 2 + 32 + 1;
        hello.writeUInt8(hello.readUInt8(SESSION_ID) ^ 1, SESSION_ID);
        return hello;
      }),
    },
  },
  {
    id: "5.2-certificate-in-clear",
    what: {
      en: "In TLS 1.3 the broker shows its certificate in clear too.",
      fr: "En TLS 1.3, le broker montre aussi son certificat en clair.",
    },
    breaks: [`${HELLO}/certificate-hidden`],
    tls: {
      front: (broker) => onServerHello((hello) => Buffer.concat([hello, certificateRecord(broker)]))(broker),
    },
  },
];

/** Changes the record of each ServerHello, and nothing behind it. */
function onServerHello(edit: (hello: Buffer) => Buffer) {
  return relayed((chunk) => {
    if (chunk[0] !== HANDSHAKE || chunk[RECORD_HEADER] !== SERVER_HELLO) return chunk;
    const end = RECORD_HEADER + chunk.readUInt16BE(3);
    return Buffer.concat([edit(Buffer.from(chunk.subarray(0, end))), chunk.subarray(end)]);
  });
}

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(Buffer.from(from, "hex"));
  if (at >= 0) bytes.write(to, at, "hex");
  return bytes;
}

/** As TLS 1.2 has it: a list of certificates, each with its length (RFC 5246, section 7.4.2). */
function certificateRecord({ certified }: Broker): Buffer {
  const der = new X509Certificate(certified.certificate).raw;
  const long = (bytes: Buffer) =>
    Buffer.concat([Buffer.of(0, bytes.length >> 8, bytes.length & 0xff), bytes]);
  const message = Buffer.concat([Buffer.of(CERTIFICATE), long(long(long(der)))]);
  return Buffer.concat([Buffer.of(HANDSHAKE, 3, 3, message.length >> 8, message.length & 0xff), message]);
}

/** The highest version that a ClientHello offers. */
function highest(hello: Buffer): string | undefined {
  if (!speaksTls(hello)) return undefined;
  const [message] = handshakeMessages([{ from: "client", raw: hello }]);
  return message?.clientHello && highestVersion(message.clientHello).name;
}
