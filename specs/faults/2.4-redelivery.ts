import type { Fault } from "./fault";
import { changeLines, dropLines } from "./log";
import { dup, packetId, sessionPresent } from "./relay/fields";
import { alter, answer, delayUntil, drop, duplicate, on } from "./relay/meddle";
import { together } from "./relay/meddler";

/** Between a packet identifier and the one that the fault puts in its place. */
const SHIFT = 100;

export const faults: readonly Fault[] = [
  {
    id: "2.4-first-with-dup",
    what: {
      en: "A first delivery is marked as a duplicate.",
      fr: "Une première livraison est marquée comme doublon.",
    },
    breaks: ["2.4-qos1-redelivery/first-delivery"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "subscriber", nth: 1 }, true),
  },
  {
    id: "2.4-repeated-on-live",
    what: {
      en: "The broker repeats a message while the connection lives.",
      fr: "Le broker répète un message alors que la connexion vit.",
    },
    breaks: ["2.4-qos1-redelivery/not-on-live"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "subscriber", nth: 1 }),
  },
  {
    id: "2.4-repeated-by-timer",
    what: {
      en: "The broker repeats a message that has no PUBACK after one second.",
      fr: "Le broker répète au bout d’une seconde un message sans PUBACK.",
    },
    breaks: ["2.4-qos1-redelivery/not-on-live"],
    relay: () =>
      on({ from: "broker", type: "PUBLISH", role: "subscriber", nth: 2 }, ({ raw, wire }) => ({
        after: () => {
          setTimeout(() => {
            wire.send("client", raw);
          }, 1000);
        },
      })),
  },
  {
    id: "2.4-session-denied",
    what: {
      en: "The broker resumes the session and says that there was none.",
      fr: "Le broker reprend la session et dit qu’il n’y en avait pas.",
    },
    breaks: ["2.4-qos1-redelivery/session-present"],
    relay: () => sessionPresent({ from: "broker", type: "CONNACK", role: "subscriber", nth: 2 }, false),
  },
  {
    id: "2.4-session-discarded",
    what: {
      en: "The broker forgets the session when the connection is lost.",
      fr: "Le broker oublie la session quand la connexion est perdue.",
    },
    breaks: ["2.4-qos1-redelivery/comes-again", "2.4-qos1-redelivery/session-present"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "subscriber", nth: 2 }, (draft) => {
        draft.clean = true;
      }),
  },
  {
    id: "2.4-redelivery-renumbered",
    what: {
      en: "A message comes again with another packet identifier.",
      fr: "Un message revient avec un autre identifiant de paquet.",
    },
    breaks: ["2.4-qos1-redelivery/same-packet-id"],
    relay: () =>
      together(
        packetId({ from: "broker", type: "PUBLISH", role: "subscriber", dup: true }, SHIFT),
        packetId(
          {
            ...{ from: "client", type: "PUBACK", role: "subscriber" },
            where: ({ packet }) => packet.type === "PUBACK" && packet.packetId > SHIFT,
          },
          -SHIFT,
        ),
      ),
  },
  {
    id: "2.4-redelivery-without-dup",
    what: { en: "A message comes again without DUP.", fr: "Un message revient sans DUP." },
    breaks: ["2.4-qos1-redelivery/dup"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "subscriber", dup: true }, false),
  },
  {
    id: "2.4-redelivery-disordered",
    what: {
      en: "After the return the messages come in another order.",
      fr: "Après le retour, les messages viennent dans un autre ordre.",
    },
    breaks: ["2.4-qos1-redelivery/order"],
    relay: () =>
      delayUntil(
        { from: "broker", type: "PUBLISH", role: "subscriber", dup: true, nth: 1 },
        { from: "broker", type: "PUBLISH", role: "subscriber", dup: true },
      ),
  },
  {
    id: "2.4-puback-ignored",
    what: {
      en: "The broker does not take notice of a PUBACK.",
      fr: "Le broker ne tient pas compte d’un PUBACK.",
    },
    breaks: ["2.4-qos1-redelivery/not-after-puback"],
    relay: () => drop({ from: "client", type: "PUBACK", role: "subscriber", nth: 1 }),
  },
  {
    id: "2.4-log-dup",
    what: {
      en: "The log shows d0 for what is sent again.",
      fr: "Le journal montre d0 pour ce qui est renvoyé.",
    },
    breaks: ["2.4-qos1-redelivery/log-dup", "2.4-qos1-redelivery/log-tells-wire"],
    log: () => changeLines(/(?<=Sending PUBLISH to \S+-subscriber \()d1/, "d0"),
  },
  {
    id: "2.4-repetition-unanswered",
    what: {
      en: "The broker does not answer a repeated PUBLISH.",
      fr: "Le broker ne répond pas à un PUBLISH répété.",
    },
    breaks: ["2.4-qos1-redelivery/puback-again"],
    relay: () => drop({ from: "broker", type: "PUBACK", role: "unlucky", nth: 2 }),
  },
  {
    id: "2.4-repetition-swallowed",
    what: {
      en: "The broker takes a PUBLISH with DUP for one that it knows.",
      fr: "Le broker prend un PUBLISH avec DUP pour un message déjà connu.",
    },
    breaks: ["2.4-qos1-redelivery/duplicate-possible"],
    relay: () =>
      answer({ from: "client", type: "PUBLISH", role: "unlucky", dup: true }, [
        { cmd: "puback", messageId: 312 },
      ]),
  },
  {
    id: "2.4-dup-passed-on",
    what: { en: "The broker passes the publisher’s DUP on.", fr: "Le broker transmet le DUP de l’émetteur." },
    breaks: ["2.4-qos1-redelivery/dup-not-passed-on"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "observer", nth: 2 }, true),
  },
  {
    id: "2.4-log-repetition-missing",
    what: {
      en: "The log does not tell of the repeated PUBLISH.",
      fr: "Le journal ne relate pas le PUBLISH répété.",
    },
    breaks: ["2.4-qos1-redelivery/log-tells-wire"],
    log: () => dropLines(/Received PUBLISH from \S+-unlucky \(d1/),
  },
];
