import type { QoS } from "../../src/evidence/wire/mqtt/packet";
import type { Fault } from "./fault";
import { changeLines } from "./log";
import { alter, drop, duplicate } from "./relay/meddle";
import { together, type Meddler } from "./relay/meddler";

/** The broker takes a subscriber's wish for another one, and says in its SUBACK that it did not. */
function subscribedAt(asked: QoS, taken: QoS): Meddler {
  const role = `at-${asked}`;
  return together(
    alter<"SUBSCRIBE">({ from: "client", type: "SUBSCRIBE", role }, (draft) => {
      draft.subscriptions = draft.subscriptions.map((subscription) => ({ ...subscription, qos: taken }));
    }),
    alter<"SUBACK">({ from: "broker", type: "SUBACK", role }, (draft) => {
      draft.granted = draft.granted.map(() => asked);
    }),
  );
}

/** What the relay numbers the messages that it raises to QoS 1. */
const RAISED = 9;

/** The broker takes a publication at QoS 0 for one at QoS 1. */
const raisedToQos1 = (): Meddler =>
  together(
    alter<"PUBLISH">({ from: "client", type: "PUBLISH", role: "publisher", qos: 0 }, (draft) => {
      draft.qos = 1;
      draft.messageId = RAISED;
    }),
    drop({ from: "broker", type: "PUBACK", role: "publisher", packetId: RAISED }),
  );

/** A delivery at QoS 0 goes out at QoS 1. */
const deliveredAtQos1 = (): Meddler =>
  together(
    alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "at-0", topic: "published-0" }, (draft) => {
      draft.qos = 1;
      draft.messageId = RAISED;
    }),
    drop({ from: "client", type: "PUBACK", role: "at-0" }),
  );

export const faults: readonly Fault[] = [
  {
    id: "2.4-delivered-above",
    what: { en: "A delivery at QoS 0 goes out at QoS 1.", fr: "Une livraison en QoS 0 part en QoS 1." },
    breaks: ["2.4-qos-matrix/p0-s0"],
    relay: deliveredAtQos1,
  },
  {
    id: "2.4-publication-raised",
    what: {
      en: "The broker raises messages at QoS 0 to QoS 1.",
      fr: "Le broker élève en QoS 1 les messages en QoS 0.",
    },
    breaks: ["2.4-qos-matrix/p0-s1", "2.4-qos-matrix/p0-s2"],
    relay: raisedToQos1,
  },
  {
    id: "2.4-subscription-0-raised",
    what: {
      en: "A subscription at QoS 0 gets everything at QoS 1.",
      fr: "Un abonnement en QoS 0 reçoit tout en QoS 1.",
    },
    breaks: ["2.4-qos-matrix/p1-s0", "2.4-qos-matrix/p2-s0"],
    relay: () => subscribedAt(0, 1),
  },
  {
    id: "2.4-subscription-1-raised",
    what: {
      en: "A subscription at QoS 1 gets messages at QoS 2.",
      fr: "Un abonnement en QoS 1 reçoit des messages en QoS 2.",
    },
    breaks: ["2.4-qos-matrix/p2-s1"],
    relay: () => subscribedAt(1, 2),
  },
  {
    id: "2.4-subscription-1-lowered",
    what: {
      en: "A subscription at QoS 1 gets everything at QoS 0.",
      fr: "Un abonnement en QoS 1 reçoit tout en QoS 0.",
    },
    breaks: ["2.4-qos-matrix/p1-s1", "2.4-qos-matrix/p2-s1"],
    relay: () => subscribedAt(1, 0),
  },
  {
    id: "2.4-subscription-2-lowered",
    what: {
      en: "A subscription at QoS 2 gets everything at QoS 0.",
      fr: "Un abonnement en QoS 2 reçoit tout en QoS 0.",
    },
    breaks: ["2.4-qos-matrix/p1-s2", "2.4-qos-matrix/p2-s2"],
    relay: () => subscribedAt(2, 0),
  },
  {
    id: "2.4-subscriber-served-twice",
    what: {
      en: "One of three subscribers is sent a message twice.",
      fr: "Un des trois abonnés reçoit deux fois un message.",
    },
    breaks: ["2.4-qos-matrix/each-once"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "at-0", topic: "published-0" }),
  },
  {
    id: "2.4-overlap-lost",
    what: {
      en: "A message that two subscriptions of a client match is not delivered.",
      fr: "Un message qui correspond à deux abonnements d’un client n’est pas livré.",
    },
    breaks: ["2.4-qos-matrix/overlapping"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "overlapping" }),
  },
  {
    id: "2.4-log-qos-of-publisher",
    what: {
      en: "The log shows the publisher’s QoS for the delivery.",
      fr: "Le journal montre la QoS de l’émetteur pour la livraison.",
    },
    breaks: ["2.4-qos-matrix/log-tells-wire"],
    log: () => changeLines(/(?<=Sending PUBLISH to \S+-at-1 \(d0, )q1(?=.*published-2)/, "q2"),
  },
];
