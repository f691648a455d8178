import type { Fault } from "./fault";
import { changeLines } from "./log";
import { alter, alterBytes, drop, duplicate } from "./relay/meddle";
import { together } from "./relay/meddler";

export const faults: readonly Fault[] = [
  {
    id: "4-puback-of-another",
    what: {
      en: "The broker acknowledges another packet identifier.",
      fr: "Le broker acquitte un autre identifiant de paquet.",
    },
    breaks: ["4-publish-parameters/m-publisher"],
    relay: () =>
      alter<"PUBACK">({ from: "broker", type: "PUBACK", role: "publisher", packetId: 312 }, (draft) => {
        draft.messageId = 1;
      }),
  },
  {
    id: "4-qos0-numbered",
    what: {
      en: "The broker gives a QoS 0 message a packet identifier.",
      fr: "Le broker donne un identifiant de paquet à un message QoS 0.",
    },
    breaks: ["4-publish-parameters/m0", "4-publish-parameters/q", "4-publish-parameters/sending-lines"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "subscriber", nth: 1 }, (draft) => {
        Object.assign(draft, { qos: 1, messageId: 99 });
      }),
  },
  {
    id: "4-same-m-twice",
    what: {
      en: "The broker gives two open deliveries the same packet identifier.",
      fr: "Le broker donne le même identifiant de paquet à deux livraisons en cours.",
    },
    breaks: ["4-publish-parameters/m-subscriber"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "reader", qos: 1, nth: 2 }, (draft) => {
        draft.messageId = 1;
      }),
  },
  {
    id: "4-m-zero",
    what: { en: "The broker numbers a delivery 0.", fr: "Le broker numérote une livraison 0." },
    breaks: ["4-publish-parameters/m-subscriber"],
    relay: () =>
      alterBytes({ from: "broker", type: "PUBLISH", role: "reader", qos: 1, nth: 1 }, (bytes) => {
        const topic = 2 + bytes.readUInt16BE(2);
        bytes.writeUInt16BE(0, 2 + topic);
        return bytes;
      }),
  },
  {
    id: "4-m-jumps",
    what: { en: "The log skips numbers.", fr: "Le journal saute des numéros." },
    breaks: [
      "4-publish-parameters/m-grows",
      "4-publish-parameters/sending-lines",
      "4-publish-parameters/log-tells-wire",
    ],
    log: () => changeLines(/(?<=Sending PUBLISH to \S+-subscriber \(d0, q1, r0, )m2/, "m7"),
  },
  {
    id: "4-qos-lowered",
    what: {
      en: "The broker grants QoS 2 and delivers at QoS 1.",
      fr: "Le broker accorde QoS 2 et livre en QoS 1.",
    },
    breaks: ["4-publish-parameters/q", "4-publish-parameters/received"],
    relay: () =>
      together(
        alter<"SUBSCRIBE">({ from: "client", type: "SUBSCRIBE", role: "subscriber" }, (draft) => {
          for (const subscription of draft.subscriptions) subscription.qos = 1;
        }),
        alter<"SUBACK">({ from: "broker", type: "SUBACK", role: "subscriber" }, (draft) => {
          draft.granted = [2];
        }),
      ),
  },
  {
    id: "4-dup-passed-on",
    what: { en: "The broker passes the publisher’s DUP on.", fr: "Le broker transmet le DUP de l’émetteur." },
    breaks: ["4-publish-parameters/d", "4-publish-parameters/sending-lines"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 1, nth: 3 }, (draft) => {
        draft.dup = true;
      }),
  },
  {
    id: "4-retain-passed-on",
    what: {
      en: "The broker passes the publisher’s RETAIN on to a subscriber that is there.",
      fr: "Le broker transmet le RETAIN de l’émetteur à un abonné présent.",
    },
    breaks: ["4-publish-parameters/r", "4-publish-parameters/sending-lines"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 1, nth: 4 }, (draft) => {
        draft.retain = true;
      }),
  },
  {
    id: "4-delivered-twice",
    what: {
      en: "The broker delivers a message of the series twice.",
      fr: "Le broker livre deux fois un message de la série.",
    },
    breaks: ["4-publish-parameters/received"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 0, nth: 1 }),
  },
  {
    id: "4-delivery-lost",
    what: { en: "The broker loses a message of the series.", fr: "Le broker perd un message de la série." },
    breaks: ["4-publish-parameters/received"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 0, nth: 2 }),
  },
  {
    id: "4-received-with-other-d",
    what: {
      en: "The log has another d than the publication.",
      fr: "Le journal contient un autre d que la publication.",
    },
    breaks: ["4-publish-parameters/received-lines", "4-publish-parameters/log-tells-wire"],
    log: () => changeLines(/(?<=Received PUBLISH from \S+-publisher \()d1/, "d0"),
  },
  {
    id: "4-sent-with-other-q",
    what: {
      en: "The log has another q than the delivery.",
      fr: "Le journal contient un autre q que la livraison.",
    },
    breaks: ["4-publish-parameters/sending-lines", "4-publish-parameters/log-tells-wire"],
    log: () => changeLines(/(?<=Sending PUBLISH to \S+-subscriber \(d0, )q2/, "q1"),
  },
];
