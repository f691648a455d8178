import type { Fault } from "./fault";
import { changeLines, dropLines } from "./log";
import { payload, replyToo } from "./relay/fields";
import { delayUntil, drop, duplicate } from "./relay/meddle";
import { together, type Meddler, type Passing } from "./relay/meddler";

/** The second and the third message of a topic have each other's payload: 3 and 5, since its neighbour has 2 and 4. */
const swapped = (): Meddler => {
  const on = { from: "broker", type: "PUBLISH", role: "sub-2", topic: "left-2" } as const;
  const begins = (number: string) => (passing: Passing) =>
    passing.packet.type === "PUBLISH" && passing.packet.payload.toString().startsWith(number);
  return together(
    payload({ ...on, where: begins("3 ") }, (bytes) => bytes.toString().replace("3 ", "5 ")),
    payload({ ...on, where: begins("5 ") }, (bytes) => bytes.toString().replace("5 ", "3 ")),
  );
};

export const faults: readonly Fault[] = [
  {
    id: "2.5-qos0-acknowledged",
    what: {
      en: "The broker acknowledges messages at QoS 0.",
      fr: "Le broker acquitte les messages en QoS 0.",
    },
    breaks: ["2.5-cost/qos0-publisher"],
    relay: () =>
      replyToo({ from: "client", type: "PUBLISH", role: "pub-0", qos: 0 }, { cmd: "puback", messageId: 1 }),
  },
  {
    id: "2.5-qos0-twice",
    what: {
      en: "The broker sends a message at QoS 0 twice, to be on the safe side.",
      fr: "Le broker envoie deux fois un message en QoS 0, par précaution.",
    },
    breaks: ["2.5-cost/qos0-subscriber"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "sub-0", topic: "counted-0", nth: 1 }),
  },
  {
    id: "2.5-puback-twice",
    what: {
      en: "The broker acknowledges a message at QoS 1 twice.",
      fr: "Le broker acquitte deux fois un message en QoS 1.",
    },
    breaks: ["2.5-cost/qos1-publisher"],
    relay: () => duplicate({ from: "broker", type: "PUBACK", role: "pub-1", nth: 1 }),
  },
  {
    id: "2.5-qos1-twice",
    what: {
      en: "The broker sends a message at QoS 1 twice.",
      fr: "Le broker envoie deux fois un message en QoS 1.",
    },
    breaks: ["2.5-cost/qos1-subscriber"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "sub-1", topic: "counted-1", nth: 1 }),
  },
  {
    id: "2.5-pubcomp-twice",
    what: {
      en: "The broker ends an exchange at QoS 2 twice.",
      fr: "Le broker termine deux fois un échange en QoS 2.",
    },
    breaks: ["2.5-cost/qos2-publisher"],
    relay: () => duplicate({ from: "broker", type: "PUBCOMP", role: "pub-2", nth: 1 }),
  },
  {
    id: "2.5-pubrel-twice",
    what: { en: "The broker sends a PUBREL twice.", fr: "Le broker envoie deux fois un PUBREL." },
    breaks: ["2.5-cost/qos2-subscriber"],
    relay: () => duplicate({ from: "broker", type: "PUBREL", role: "sub-2", nth: 1 }),
  },
  {
    id: "2.5-log-no-puback",
    what: { en: "The log leaves a PUBACK out.", fr: "Le journal omet un PUBACK." },
    breaks: ["2.5-cost/log-tells-wire"],
    log: () => dropLines(/Received PUBACK from \S+-sub-1/),
  },
  {
    id: "2.5-qos0-lost",
    what: { en: "A message of a burst at QoS 0 is lost.", fr: "Un message d’une rafale en QoS 0 est perdu." },
    breaks: ["2.5-order/qos0-complete"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "sub-0", topic: "left-0", nth: 5 }),
  },
  {
    id: "2.5-qos1-delivered-twice",
    what: {
      en: "A message of a burst at QoS 1 is delivered twice.",
      fr: "Un message d’une rafale en QoS 1 est livré deux fois.",
    },
    breaks: ["2.5-order/qos1-complete"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "sub-1", topic: "left-1", nth: 5 }),
  },
  {
    id: "2.5-qos2-delivered-twice",
    what: {
      en: "A message of a burst at QoS 2 is sent twice.",
      fr: "Un message d’une rafale en QoS 2 est envoyé deux fois.",
    },
    breaks: ["2.5-order/qos2-complete"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "sub-2", topic: "left-2", nth: 5 }),
  },
  {
    id: "2.5-qos0-disordered",
    what: { en: "Two messages at QoS 0 change places.", fr: "Deux messages en QoS 0 changent de place." },
    breaks: ["2.5-order/qos0-order"],
    relay: () =>
      delayUntil(
        { from: "broker", type: "PUBLISH", role: "sub-0", topic: "left-0", nth: 3 },
        { from: "broker", type: "PUBLISH", role: "sub-0", topic: "left-0" },
      ),
  },
  {
    id: "2.5-qos1-disordered",
    what: { en: "Two messages at QoS 1 change places.", fr: "Deux messages en QoS 1 changent de place." },
    breaks: ["2.5-order/qos1-order"],
    relay: () =>
      delayUntil(
        { from: "broker", type: "PUBLISH", role: "sub-1", topic: "left-1", nth: 3 },
        { from: "broker", type: "PUBLISH", role: "sub-1", topic: "left-1" },
      ),
  },
  {
    id: "2.5-qos2-disordered",
    what: { en: "Two messages at QoS 2 change places.", fr: "Deux messages en QoS 2 changent de place." },
    breaks: ["2.5-order/qos2-order"],
    relay: swapped,
  },
  {
    id: "2.5-empty-filled",
    what: {
      en: "An empty payload arrives as a zero byte.",
      fr: "Un contenu vide arrive comme un octet nul.",
    },
    breaks: ["2.5-order/payload-empty"],
    relay: () => payload({ from: "broker", type: "PUBLISH", role: "get-empty" }, () => Buffer.alloc(1)),
  },
  {
    id: "2.5-byte-lost",
    what: { en: "A payload of one byte arrives empty.", fr: "Un contenu d’un octet arrive vide." },
    breaks: ["2.5-order/payload-byte"],
    relay: () => payload({ from: "broker", type: "PUBLISH", role: "get-byte" }, () => ""),
  },
  {
    id: "2.5-binary-as-text",
    what: { en: "A binary payload is taken for text.", fr: "Un contenu binaire est pris pour du texte." },
    breaks: ["2.5-order/payload-binary"],
    relay: () =>
      payload({ from: "broker", type: "PUBLISH", role: "get-binary" }, (bytes) => bytes.toString("utf8")),
  },
  {
    id: "2.5-large-cut",
    what: {
      en: "A large payload is cut at 65 535 bytes.",
      fr: "Un grand contenu est coupé à 65 535 octets.",
    },
    breaks: ["2.5-order/payload-large"],
    relay: () =>
      payload({ from: "broker", type: "PUBLISH", role: "get-large" }, (bytes) => bytes.subarray(0, 65_535)),
  },
  {
    id: "2.5-log-size",
    what: {
      en: "The log shows another size than the packet.",
      fr: "Le journal montre une autre taille que le paquet.",
    },
    breaks: ["2.5-order/log-tells-wire"],
    log: () => changeLines(/\(100000 bytes\)/, "(65535 bytes)"),
  },
];
