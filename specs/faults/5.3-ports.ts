import type { TLSSocket } from "node:tls";
import type { Socket } from "node:net";
import type { Fault } from "./fault";
import { payload } from "./relay/fields";
import { alter } from "./relay/meddle";
import { together } from "./relay/meddler";
import { muteTo, speaksTls } from "./tls/relay";
import { passOn, terminator } from "./tls/terminator";

const CONNACK = Buffer.of(0x20, 2, 0, 0);
/** A HelloRequest, which no client expects in TLS 1.3. */
const HELLO_REQUEST = Buffer.of(22, 3, 3, 0, 4, 0, 0, 0, 0);

/** What is said inside TLS, beside it, and on the other port. */
export const faults: readonly Fault[] = [
  {
    id: "5.2-login-refused-inside",
    what: {
      en: "Inside TLS the broker refuses the login.",
      fr: "À l’intérieur de TLS, le broker refuse la connexion.",
    },
    breaks: ["5.2-trusted/mqtt-inside"],
    tls: {
      front: terminator({
        meddler: () =>
          alter<"CONNACK">({ from: "broker", type: "CONNACK" }, (draft) => {
            draft.returnCode = 5;
          }),
      }),
    },
  },
  {
    id: "5.2-closed-after-handshake",
    what: {
      en: "The broker closes each connection when the handshake is over.",
      fr: "Le broker ferme chaque connexion dès que la négociation est terminée.",
    },
    breaks: ["5.2-trusted/mqtt-inside"],
    tls: { front: terminator({ serve: (tls) => tls.end() }) },
  },
  {
    id: "5.2-qos-lowered-inside",
    what: {
      en: "Inside TLS the broker grants QoS 2 and delivers at QoS 1.",
      fr: "À l’intérieur de TLS, le broker accorde QoS 2 et livre en QoS 1.",
    },
    breaks: ["5.2-trusted/qos2"],
    tls: {
      front: terminator({
        meddler: () =>
          together(
            alter<"SUBSCRIBE">({ from: "client", type: "SUBSCRIBE", role: "subscriber" }, (draft) => {
              for (const subscription of draft.subscriptions) subscription.qos = 1;
            }),
            alter<"SUBACK">({ from: "broker", type: "SUBACK", role: "subscriber" }, (draft) => {
              draft.granted = [2];
            }),
          ),
      }),
    },
  },
  {
    id: "5.2-puback-of-another-inside",
    what: {
      en: "Inside TLS the broker acknowledges another packet identifier.",
      fr: "À l’intérieur de TLS, le broker acquitte un autre identifiant de paquet.",
    },
    breaks: ["5.2-trusted/qos1-exchange"],
    tls: {
      front: terminator({
        meddler: () =>
          alter<"PUBACK">({ from: "broker", type: "PUBACK", role: "publisher" }, (draft) => {
            draft.messageId = (draft.messageId ?? 0) + 7;
          }),
      }),
    },
  },
  {
    id: "5.3-answers-in-clear",
    what: {
      en: "When the handshake is over the broker goes on in clear.",
      fr: "Une fois la négociation terminée, le broker continue en clair.",
    },
    breaks: ["5.2-trusted/mqtt-inside", "5.3-encrypted/application-data"],
    tls: { front: terminator({ serve: answerInClear }) },
  },
  {
    id: "5.3-handshake-record-afterwards",
    what: {
      en: "After the handshake the broker sends a record in clear that is no Application Data.",
      fr: "Après la négociation, le broker envoie en clair un enregistrement qui n’est pas de type Application Data.",
    },
    breaks: ["5.3-encrypted/application-data"],
    tls: { front: terminator({ serve: askAgain }) },
  },
  {
    id: "5.3-plain-delivery-garbled",
    what: {
      en: "What is delivered on the plain port cannot be read.",
      fr: "Ce qui est livré sur le port en clair est illisible.",
    },
    breaks: ["5.3-encrypted/in-clear-on-plain", "5.3-encrypted/link-by-link"],
    tls: {},
    relay: () =>
      payload({ from: "broker", type: "PUBLISH", role: "reader-plain" }, (bytes) =>
        Buffer.from(bytes.map((byte) => ~byte)),
      ),
  },
  {
    id: "5.3-tls-port-mute-to-plain",
    what: {
      en: "The TLS port leaves a client without TLS waiting.",
      fr: "Le port TLS laisse attendre un client sans TLS.",
    },
    breaks: ["5.3-plaintext-refused/plain-on-tls"],
    tls: { front: muteTo("tls", (first) => !speaksTls(first)) },
  },
  {
    id: "5.3-plain-port-mute-to-tls",
    what: {
      en: "The plain port leaves a client with TLS waiting.",
      fr: "Le port en clair laisse attendre un client avec TLS.",
    },
    breaks: ["5.3-plaintext-refused/tls-on-plain"],
    tls: { plainFront: muteTo("plain", speaksTls) },
  },
];

function answerInClear(tls: TLSSocket, tcp: Socket): void {
  tls.once("data", () => tcp.write(CONNACK));
}

function askAgain(tls: TLSSocket, tcp: Socket, broker: Socket): void {
  passOn(tls, tcp, broker);
  tls.once("data", () => tcp.write(HELLO_REQUEST));
}
