import { RECIPES, selfSigned, LOCAL_NAMES } from "../../certs";
import { changeLines, dropLines } from "./log";
import type { Fault } from "./fault";
import { drop, duplicate } from "./relay/meddle";
import { nobody, plain, relayed } from "./tls/relay";
import { swallow, terminator } from "./tls/terminator";

/** Trust, and what goes on inside TLS. */
export const faults: readonly Fault[] = [
  {
    id: "0-tls-is-plain",
    what: { en: "The TLS port speaks plain MQTT.", fr: "Le port TLS parle MQTT en clair." },
    breaks: ["0-target/tls-answers"],
    beside: ["5.2-trusted"],
    tls: { front: plain },
  },
  {
    id: "0-tls-nobody",
    what: { en: "Nothing listens on the TLS port.", fr: "Rien n’écoute sur le port TLS." },
    breaks: ["0-target/tls-answers"],
    beside: ["5.2-trusted"],
    tls: { front: nobody },
  },
  {
    id: "5.2-expired",
    what: { en: "The certificate has expired.", fr: "Le certificat a expiré." },
    breaks: ["5.2-trusted/verified", "5.2-certificate/valid-now"],
    tls: { certificate: RECIPES.expired },
  },
  {
    id: "5.2-not-yet-valid",
    what: { en: "The certificate is not valid yet.", fr: "Le certificat n’est pas encore valide." },
    breaks: ["5.2-trusted/verified", "5.2-certificate/valid-now"],
    tls: { certificate: RECIPES["not-yet-valid"] },
  },
  {
    id: "5.2-wrong-name",
    what: {
      en: "The certificate was made for another machine.",
      fr: "Le certificat a été fait pour une autre machine.",
    },
    breaks: ["5.2-trusted/verified", "5.2-certificate/bears-name"],
    tls: { certificate: RECIPES["wrong-name"] },
  },
  {
    id: "5.2-common-name-only",
    what: {
      en: "The certificate has a common name, and no subject alternative name.",
      fr: "Le certificat a un common name, mais aucun nom alternatif (SAN).",
    },
    breaks: ["5.2-certificate/bears-name"],
    tls: { certificate: () => selfSigned({ names: [], commonName: "localhost" }) },
  },
  {
    id: "5.2-other-key",
    what: {
      en: "The broker serves another certificate than the one that is handed out.",
      fr: "Le broker sert un autre certificat que celui qui est distribué.",
    },
    breaks: ["5.2-trusted/verified", "5.2-certificate/handed-out"],
    tls: { handedOut: RECIPES.good },
  },
  {
    id: "5.2-other-authority",
    what: {
      en: "The broker’s certificate was signed by another authority.",
      fr: "Le certificat du broker a été signé par une autre autorité.",
    },
    breaks: ["5.2-trusted/verified", "5.2-certificate/handed-out"],
    tls: { certificate: RECIPES["other-ca"], handedOut: RECIPES.good },
  },
  {
    id: "5.2-client-certificate-demanded",
    what: {
      en: "The broker demands a certificate of its clients.",
      fr: "Le broker exige un certificat de ses clients.",
    },
    breaks: ["5.2-trusted/mqtt-inside"],
    tls: { config: ["require_certificate true", "cafile mosquitto.crt"] },
  },
  {
    id: "5.2-no-mqtt-behind",
    what: {
      en: "Behind the handshake nobody speaks MQTT.",
      fr: "Derrière la négociation, personne ne parle MQTT.",
    },
    breaks: ["5.2-trusted/mqtt-inside"],
    tls: { front: terminator({ serve: swallow }) },
  },
  ...([0, 1, 2] as const).map((qos): Fault => ({
    id: `5.2-qos${qos}-lost`,
    what: {
      en: `A message published at QoS ${qos} over TLS is not delivered.`,
      fr: `Un message publié en QoS ${qos} par TLS n’est pas livré.`,
    },
    breaks: [`5.2-trusted/qos${qos}`],
    tls: {
      front: terminator({
        meddler: () => drop({ from: "broker", type: "PUBLISH", role: "subscriber", qos }),
      }),
    },
  })),
  {
    id: "5.2-delivered-twice",
    what: {
      en: "A message goes to the TLS subscriber twice.",
      fr: "Un message parvient deux fois à l’abonné TLS.",
    },
    breaks: ["5.2-trusted/qos0"],
    tls: {
      front: terminator({
        meddler: () => duplicate({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 0 }),
      }),
    },
  },
  {
    id: "5.2-puback-lost",
    what: { en: "Inside TLS the PUBACK is missing.", fr: "À l’intérieur de TLS, le PUBACK manque." },
    breaks: ["5.2-trusted/qos1-exchange"],
    tls: {
      front: terminator({ meddler: () => drop({ from: "broker", type: "PUBACK", role: "publisher" }) }),
    },
  },
  {
    id: "5.2-pubcomp-lost",
    what: { en: "Inside TLS the PUBCOMP is missing.", fr: "À l’intérieur de TLS, le PUBCOMP manque." },
    breaks: ["5.2-trusted/qos2-exchange"],
    tls: {
      front: terminator({ meddler: () => drop({ from: "broker", type: "PUBCOMP", role: "publisher" }) }),
    },
  },
  {
    id: "5.2-log-without-connections",
    what: {
      en: "The log does not tell of new connections.",
      fr: "Le journal ne relate pas les nouvelles connexions.",
    },
    breaks: ["5.2-trusted/log-connected"],
    log: () => dropLines(/New connection from/),
  },
  {
    id: "5.2-log-other-version",
    what: {
      en: "The log names another TLS version than was negotiated.",
      fr: "Le journal nomme une autre version de TLS que celle négociée.",
    },
    breaks: ["5.2-trusted/log-negotiated"],
    log: () =>
      changeLines(
        /^(.*: )Sending CONNACK to (\S+-publisher) .*$/,
        "$1Client $2 negotiated TLSv1.2 cipher X\n$&",
      ),
  },
  {
    id: "5.2-log-publish-missing",
    what: {
      en: "The log misses a PUBLISH that came over TLS.",
      fr: "Il manque au journal un PUBLISH arrivé par TLS.",
    },
    breaks: ["5.2-trusted/log-tells-wire"],
    log: () => dropLines(/Received PUBLISH from \S+-publisher \(d0, q1/),
  },
  {
    id: "5.2-cut-after-server-hello",
    what: {
      en: "The connection is cut right after the ServerHello.",
      fr: "La connexion est coupée juste après le ServerHello.",
    },
    breaks: [
      "5.2-trusted/verified",
      "5.2-untrusted/without",
      "5.2-untrusted/another",
      "5.2-untrusted/other-name",
    ],
    tls: {
      front: relayed((chunk, { client }) => {
        client.end(chunk.subarray(0, 5 + chunk.readUInt16BE(3)));
        return undefined;
      }),
    },
  },
  {
    id: "5.2-bears-every-name",
    what: {
      en: "The certificate bears names of other machines too.",
      fr: "Le certificat porte aussi les noms d’autres machines.",
    },
    breaks: ["5.2-untrusted/other-name"],
    tls: { certificate: () => selfSigned({ names: [...LOCAL_NAMES, "another-broker.invalid"] }) },
  },
  {
    id: "5.2-log-without-failures",
    what: {
      en: "The log does not tell of handshakes that fail.",
      fr: "Le journal ne relate pas les négociations qui échouent.",
    },
    breaks: [
      "5.2-untrusted/log-without",
      "5.2-untrusted/log-another",
      "5.2-untrusted/log-other-name",
      "5.3-plaintext-refused/log-plain-on-tls",
    ],
    log: () => dropLines(/OpenSSL Error|Client connection from/),
  },
  {
    id: "5.2-log-wrong-failure",
    what: {
      en: "The log blames another failure than the one that happened.",
      fr: "Le journal attribue l’échec à une autre cause que la vraie.",
    },
    breaks: ["5.2-untrusted/log-other-name"],
    log: () => changeLines(/alert bad certificate/, "alert internal error"),
  },
  {
    id: "5.2-log-without-ends",
    what: {
      en: "The log tells of failed handshakes, and not that the connections ended.",
      fr: "Le journal relate les négociations échouées, mais pas la fin des connexions.",
    },
    breaks: ["5.3-plaintext-refused/log-tls-on-plain"],
    log: () => dropLines(/Client \S+ (?:\[.*\] )?disconnected(?:: P| due to p)rotocol error/i),
  },
];
