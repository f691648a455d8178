import type { Fault } from "./fault";
import { delayLines, dropLines } from "./log";
import { dup, sessionPresent } from "./relay/fields";
import { alter, drop, duplicate } from "./relay/meddle";

export const faults: readonly Fault[] = [
  {
    id: "2.4-absent-not-acknowledged",
    what: {
      en: "The broker does not acknowledge a message whose subscriber is away.",
      fr: "Le broker n’acquitte pas un message dont l’abonné est absent.",
    },
    breaks: ["2.4-offline-queue/accepted"],
    relay: () => drop({ from: "broker", type: "PUBACK", role: "publisher", nth: 1 }),
  },
  {
    id: "2.4-absent-session-denied",
    what: {
      en: "The broker hands the queue over and says that there was no session.",
      fr: "Le broker remet la file et dit qu’il n’y avait pas de session.",
    },
    breaks: ["2.4-offline-queue/session-present"],
    relay: () => sessionPresent({ from: "broker", type: "CONNACK", role: "subscriber", nth: 2 }, false),
  },
  {
    id: "2.4-queue-too-small",
    what: {
      en: "The broker keeps no more than two messages.",
      fr: "Le broker ne conserve pas plus de deux messages.",
    },
    breaks: ["2.4-offline-queue/qos1-waits", "2.4-offline-queue/qos2-waits"],
    config: ["max_queued_messages 2"],
  },
  {
    id: "2.4-queue-with-dup",
    what: {
      en: "A message that waited is marked as a duplicate.",
      fr: "Un message qui a attendu est marqué comme doublon.",
    },
    breaks: ["2.4-offline-queue/first-delivery"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "subscriber", nth: 1 }, true),
  },
  {
    id: "2.4-queue-not-emptied",
    what: {
      en: "A message that was handed over stays in the queue.",
      fr: "Un message remis reste dans la file.",
    },
    breaks: ["2.4-offline-queue/once"],
    relay: () => drop({ from: "client", type: "PUBACK", role: "subscriber", nth: 1 }),
  },
  {
    id: "2.4-queued-qos0-twice",
    what: {
      en: "The broker keeps messages at QoS 0 and hands one over twice.",
      fr: "Le broker conserve les messages en QoS 0 et en remet un deux fois.",
    },
    breaks: ["2.4-offline-queue/qos0-no-promise"],
    config: ["queue_qos0_messages true"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "careless", nth: 1 }),
  },
  {
    id: "2.4-subscription-lost",
    what: {
      en: "The broker forgets the subscription once the queue is empty.",
      fr: "Le broker oublie l’abonnement une fois la file vide.",
    },
    breaks: ["2.4-offline-queue/subscription-kept"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "subscriber", nth: 3 }, (draft) => {
        draft.clean = true;
      }),
  },
  {
    id: "2.4-log-sent-to-nobody",
    what: {
      en: "The log tells of deliveries before the subscriber has returned.",
      fr: "Le journal relate des livraisons avant le retour de l’abonné.",
    },
    breaks: ["2.4-offline-queue/log-after-return"],
    log: () => delayLines(/New client connected .*-subscriber \(/, /Sending PUBLISH to \S+-subscriber/),
  },
  {
    id: "2.4-log-no-delivery",
    what: {
      en: "The log does not tell of the deliveries at QoS 2.",
      fr: "Le journal ne relate pas les livraisons en QoS 2.",
    },
    breaks: ["2.4-offline-queue/log-tells-wire"],
    log: () => dropLines(/Sending PUBLISH to \S+-subscriber .*\/qos-2'/),
  },
];
