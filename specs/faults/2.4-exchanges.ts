import type { Fault } from "./fault";
import { changeLines, delayLines, dropLines } from "./log";
import { dup, packetId, payload, replyToo, reservedFlag } from "./relay/fields";
import { alterBytes, drop, duplicate, inject } from "./relay/meddle";
import { together, type Meddler } from "./relay/meddler";
import { plays } from "./relay/pattern";

/** The delivery to the subscriber, once more after the broker's PUBREL. */
function sentAgain(): Meddler {
  let delivery: Buffer | undefined;
  return {
    packet({ from, packet, raw, wire }) {
      if (from !== "broker" || !plays(wire, "subscriber")) return undefined;
      if (packet.type === "PUBLISH") delivery = raw;
      return packet.type === "PUBREL" && delivery ? { on: [raw, delivery] } : undefined;
    },
  };
}

export const faults: readonly Fault[] = [
  {
    id: "2.4-qos0-acknowledged",
    what: {
      en: "The broker acknowledges a message at QoS 0.",
      fr: "Le broker acquitte un message en QoS 0.",
    },
    breaks: ["2.4-qos0/no-acknowledgement"],
    relay: () =>
      replyToo(
        { from: "client", type: "PUBLISH", role: "publisher", qos: 0 },
        { cmd: "puback", messageId: 1 },
      ),
  },
  {
    id: "2.4-qos0-with-dup",
    what: {
      en: "The broker marks a first delivery at QoS 0 as a duplicate.",
      fr: "Le broker marque comme doublon une première livraison en QoS 0.",
    },
    breaks: ["2.4-qos0/delivered-as-qos0"],
    relay: () =>
      alterBytes({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 0 }, (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(0) | 0x08, 0);
        return bytes;
      }),
  },
  {
    id: "2.4-qos0-garbled",
    what: { en: "A delivery at QoS 0 has a wrong byte.", fr: "Une livraison en QoS 0 a un octet faux." },
    breaks: ["2.4-qos0/content"],
    relay: () =>
      payload({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 0 }, (bytes) =>
        bytes.fill("?", 0, 1),
      ),
  },
  {
    id: "2.4-qos0-twice",
    what: { en: "A message at QoS 0 is delivered twice.", fr: "Un message en QoS 0 est livré deux fois." },
    breaks: ["2.4-qos0/received-once"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 0 }),
  },
  {
    id: "2.4-log-qos0",
    what: {
      en: "The log shows QoS 1 for a message at QoS 0.",
      fr: "Le journal montre QoS 1 pour un message en QoS 0.",
    },
    breaks: ["2.4-qos0/log-tells-wire"],
    log: () => changeLines(/(?<=Received PUBLISH from \S+-publisher \(d0, )q0/, "q1"),
  },
  {
    id: "2.4-puback-lost",
    what: {
      en: "The broker does not acknowledge a message at QoS 1.",
      fr: "Le broker n’acquitte pas un message en QoS 1.",
    },
    breaks: ["2.4-qos1/puback"],
    relay: () => drop({ from: "broker", type: "PUBACK", role: "publisher" }),
  },
  {
    id: "2.4-puback-other-identifier",
    what: {
      en: "The PUBACK has another packet identifier than the PUBLISH.",
      fr: "Le PUBACK porte un autre identifiant de paquet que le PUBLISH.",
    },
    breaks: ["2.4-qos1/puback"],
    relay: () => packetId({ from: "broker", type: "PUBACK", role: "publisher" }, 1),
  },
  {
    id: "2.4-puback-flags",
    what: { en: "The PUBACK’s reserved flags are set.", fr: "Les bits réservés du PUBACK sont à 1." },
    breaks: ["2.4-qos1/puback-flags"],
    relay: () =>
      alterBytes({ from: "broker", type: "PUBACK", role: "publisher" }, (bytes) => {
        bytes.writeUInt8(0x42, 0);
        return bytes;
      }),
  },
  {
    id: "2.4-qos1-with-dup",
    what: {
      en: "The broker marks a first delivery at QoS 1 as a duplicate.",
      fr: "Le broker marque comme doublon une première livraison en QoS 1.",
    },
    breaks: ["2.4-qos1/delivered-as-qos1"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 1 }, true),
  },
  {
    id: "2.4-qos1-twice",
    what: {
      en: "A message at QoS 1 is delivered twice on a sound network.",
      fr: "Un message en QoS 1 est livré deux fois sur un réseau sain.",
    },
    breaks: ["2.4-qos1/not-sent-again", "2.4-qos1/received-once"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 1 }),
  },
  {
    id: "2.4-qos1-garbled",
    what: { en: "A delivery at QoS 1 has a wrong byte.", fr: "Une livraison en QoS 1 a un octet faux." },
    breaks: ["2.4-qos1/content"],
    relay: () =>
      payload({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 1 }, (bytes) =>
        bytes.fill("?", 0, 1),
      ),
  },
  {
    id: "2.4-log-no-puback",
    what: {
      en: "The log does not tell of the subscriber’s PUBACK.",
      fr: "Le journal ne relate pas le PUBACK de l’abonné.",
    },
    breaks: ["2.4-qos1/log-tells-wire"],
    log: () => dropLines(/Received PUBACK from \S+-subscriber/),
  },
  {
    id: "2.4-log-answer-before-question",
    what: {
      en: "The log tells of the PUBACK before the PUBLISH that it answers.",
      fr: "Le journal relate le PUBACK avant le PUBLISH auquel il répond.",
    },
    breaks: ["2.4-qos1/log-tells-wire", "2.4-qos1/log-in-turn"],
    log: () => delayLines(/Received PUBLISH from \S+-publisher .*\/qos1'/, /Sending PUBACK to \S+-publisher/),
  },
  {
    id: "2.4-log-reason-code",
    what: {
      en: "The log’s PUBACK line shows a refusal that was none.",
      fr: "La ligne PUBACK du journal montre un refus qui n’en était pas un.",
    },
    breaks: ["2.4-qos1/log-tells-wire"],
    log: () => changeLines(/(?<=Sending PUBACK to \S+-publisher \(m\d+, )rc0/, "rc135"),
  },
  {
    id: "2.4-pubrec-other-identifier",
    what: {
      en: "The PUBREC has another packet identifier than the PUBLISH.",
      fr: "Le PUBREC porte un autre identifiant de paquet que le PUBLISH.",
    },
    breaks: ["2.4-qos2/pubrec"],
    relay: () => packetId({ from: "broker", type: "PUBREC", role: "publisher" }, 1),
  },
  {
    id: "2.4-pubcomp-other-identifier",
    what: {
      en: "The PUBCOMP has another packet identifier than the PUBREL.",
      fr: "Le PUBCOMP porte un autre identifiant de paquet que le PUBREL.",
    },
    breaks: ["2.4-qos2/pubcomp"],
    relay: () => packetId({ from: "broker", type: "PUBCOMP", role: "publisher" }, 1),
  },
  {
    id: "2.4-delivered-before-pubrel",
    what: {
      en: "The broker passes a message at QoS 2 on before its PUBREL.",
      fr: "Le broker transmet un message en QoS 2 avant son PUBREL.",
    },
    breaks: ["2.4-qos2/after-pubrel"],
    relay: () =>
      together(
        inject({ from: "client", type: "PUBLISH", role: "publisher", qos: 2 }, [
          { cmd: "pubrel", messageId: 312 },
        ]),
        drop({ from: "broker", type: "PUBCOMP", role: "publisher", nth: 1 }),
      ),
  },
  {
    id: "2.4-qos2-with-dup",
    what: {
      en: "The broker marks a first delivery at QoS 2 as a duplicate.",
      fr: "Le broker marque comme doublon une première livraison en QoS 2.",
    },
    breaks: ["2.4-qos2/delivered-as-qos2"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 2 }, true),
  },
  {
    id: "2.4-pubrel-lost",
    what: {
      en: "The broker does not answer the subscriber’s PUBREC.",
      fr: "Le broker ne répond pas au PUBREC de l’abonné.",
    },
    breaks: ["2.4-qos2/pubrel"],
    relay: () => drop({ from: "broker", type: "PUBREL", role: "subscriber" }),
  },
  {
    id: "2.4-log-delivered-before-pubrel",
    what: {
      en: "The log tells of the delivery before the PUBREL that it waits for.",
      fr: "Le journal relate la livraison avant le PUBREL qu’elle attend.",
    },
    breaks: ["2.4-qos2/log-in-turn"],
    log: () =>
      delayLines(/Received PUBREL from \S+-publisher/, /Sending PUBLISH to \S+-subscriber .*\/qos2'/),
  },
  {
    id: "2.4-pubrec-flags",
    what: { en: "The PUBREC’s reserved flags are set.", fr: "Les bits réservés du PUBREC sont à 1." },
    breaks: ["2.4-qos2/pubrec"],
    relay: () => reservedFlag({ from: "broker", type: "PUBREC", role: "publisher" }),
  },
  {
    id: "2.4-pubcomp-flags",
    what: { en: "The PUBCOMP’s reserved flags are set.", fr: "Les bits réservés du PUBCOMP sont à 1." },
    breaks: ["2.4-qos2/pubcomp"],
    relay: () => reservedFlag({ from: "broker", type: "PUBCOMP", role: "publisher" }),
  },
  {
    id: "2.4-pubrel-before-pubrec",
    what: {
      en: "The broker sends its PUBREL without waiting for the PUBREC.",
      fr: "Le broker envoie son PUBREL sans attendre le PUBREC.",
    },
    breaks: ["2.4-qos2/pubrel"],
    relay: () =>
      inject({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 2 }, ({ packet }) => [
        { cmd: "pubrel", messageId: packet.type === "PUBLISH" ? (packet.packetId ?? 0) : 0 },
      ]),
  },
  {
    id: "2.4-pubrel-flags",
    what: { en: "The broker’s PUBREL has the flags 0000.", fr: "Le PUBREL du broker porte les bits 0000." },
    breaks: ["2.4-qos2/pubrel-flags"],
    relay: () =>
      alterBytes({ from: "broker", type: "PUBREL", role: "subscriber" }, (bytes) => {
        bytes.writeUInt8(0x60, 0);
        return bytes;
      }),
  },
  {
    id: "2.4-publish-after-pubrel",
    what: {
      en: "The broker sends the PUBLISH again after its PUBREL.",
      fr: "Le broker renvoie le PUBLISH après son PUBREL.",
    },
    breaks: ["2.4-qos2/not-sent-again", "2.4-qos2/received-once"],
    relay: sentAgain,
  },
  {
    id: "2.4-qos2-garbled",
    what: { en: "A delivery at QoS 2 has a wrong byte.", fr: "Une livraison en QoS 2 a un octet faux." },
    breaks: ["2.4-qos2/content"],
    relay: () =>
      payload({ from: "broker", type: "PUBLISH", role: "subscriber", qos: 2 }, (bytes) =>
        bytes.fill("?", 0, 1),
      ),
  },
  {
    id: "2.4-log-no-pubrel",
    what: {
      en: "The log does not tell of the publisher’s PUBREL.",
      fr: "Le journal ne relate pas le PUBREL de l’émetteur.",
    },
    breaks: ["2.4-qos2/log-tells-wire"],
    log: () => dropLines(/Received PUBREL from \S+-publisher/),
  },
];
