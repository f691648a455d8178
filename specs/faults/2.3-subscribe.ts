import type { Fault } from "./fault";
import { changeLines, dropLines, repeatLines } from "./log";
import { packetId, payload, reservedFlag } from "./relay/fields";
import { alter, alterBytes, drop, duplicate } from "./relay/meddle";

export const faults: readonly Fault[] = [
  {
    id: "2.3-suback-other-identifier",
    what: {
      en: "The SUBACK has another packet identifier than the SUBSCRIBE.",
      fr: "Le SUBACK porte un autre identifiant de paquet que le SUBSCRIBE.",
    },
    breaks: ["2.3-subscribe/suback"],
    relay: () => packetId({ from: "broker", type: "SUBACK", role: "subscriber" }, 1),
  },
  {
    id: "2.3-suback-flags",
    what: { en: "The SUBACK’s reserved flags are set.", fr: "Les bits réservés du SUBACK sont à 1." },
    breaks: ["2.3-subscribe/suback"],
    relay: () => reservedFlag({ from: "broker", type: "SUBACK", role: "subscriber" }),
  },
  {
    id: "2.3-unsuback-flags",
    what: { en: "The UNSUBACK’s reserved flags are set.", fr: "Les bits réservés de l’UNSUBACK sont à 1." },
    breaks: ["2.3-subscribe/unsuback-unknown"],
    relay: () => reservedFlag({ from: "broker", type: "UNSUBACK", role: "subscriber" }),
  },
  {
    id: "2.3-suback-each-filter",
    what: {
      en: "The broker answers one SUBSCRIBE with two SUBACKs.",
      fr: "Le broker répond à un SUBSCRIBE par deux SUBACK.",
    },
    breaks: ["2.3-subscribe/suback"],
    relay: () => duplicate({ from: "broker", type: "SUBACK", role: "subscriber", nth: 1 }),
  },
  {
    id: "2.3-granted-sorted",
    what: {
      en: "The SUBACK’s return codes are not in the order of the filters.",
      fr: "Les codes de retour du SUBACK ne sont pas dans l’ordre des filtres.",
    },
    breaks: ["2.3-subscribe/granted", "2.3-subscribe/log-filters"],
    relay: () =>
      alter<"SUBACK">({ from: "broker", type: "SUBACK", role: "subscriber", nth: 1 }, (draft) => {
        draft.granted = [0, 1, 2];
      }),
  },
  {
    id: "2.3-granted-qos-3",
    what: {
      en: "The SUBACK grants a QoS that does not exist.",
      fr: "Le SUBACK accorde une QoS qui n’existe pas.",
    },
    breaks: ["2.3-subscribe/valid-codes"],
    relay: () =>
      alterBytes({ from: "broker", type: "SUBACK", role: "subscriber", nth: 1 }, (bytes) => {
        bytes.writeUInt8(3, bytes.length - 1);
        return bytes;
      }),
  },
  {
    id: "2.3-delivery-garbled",
    what: { en: "A delivery has lost its payload.", fr: "Une livraison a perdu son contenu." },
    breaks: ["2.3-subscribe/delivered"],
    relay: () =>
      payload({ from: "broker", type: "PUBLISH", role: "subscriber", topic: "a", nth: 1 }, () => ""),
  },
  {
    id: "2.3-subscribed-twice",
    what: {
      en: "A second SUBSCRIBE to a filter adds a subscription.",
      fr: "Un second SUBSCRIBE au même filtre ajoute un abonnement.",
    },
    breaks: ["2.3-subscribe/replaced"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "subscriber", topic: "a", qos: 1 }),
  },
  {
    id: "2.3-unsuback-each-filter",
    what: {
      en: "The broker answers each filter of an UNSUBSCRIBE with an UNSUBACK.",
      fr: "Le broker répond par un UNSUBACK à chaque filtre d’un UNSUBSCRIBE.",
    },
    breaks: ["2.3-subscribe/unsuback", "2.3-subscribe/unsuback-unknown"],
    relay: () => duplicate({ from: "broker", type: "UNSUBACK", role: "subscriber" }),
  },
  {
    id: "2.3-unsuback-only-known",
    what: {
      en: "The broker does not answer an UNSUBSCRIBE of unknown filters.",
      fr: "Le broker ne répond pas à un UNSUBSCRIBE de filtres inconnus.",
    },
    breaks: ["2.3-subscribe/unsuback-unknown"],
    relay: () => drop({ from: "broker", type: "UNSUBACK", role: "subscriber", nth: 1 }),
  },
  {
    id: "2.3-unsubscribe-by-wildcard",
    what: {
      en: "An UNSUBSCRIBE with a wildcard ends the subscriptions that it matches.",
      fr: "Un UNSUBSCRIBE avec un joker met fin aux abonnements qu’il recouvre.",
    },
    breaks: ["2.3-subscribe/compared-by-character"],
    relay: () =>
      alter<"UNSUBSCRIBE">({ from: "client", type: "UNSUBSCRIBE", role: "subscriber", nth: 1 }, (draft) => {
        draft.unsubscriptions = draft.unsubscriptions.map((filter) => filter.replace("+", "a"));
      }),
  },
  {
    id: "2.3-unsubscribe-ignored",
    what: {
      en: "The broker answers the UNSUBSCRIBE and goes on delivering.",
      fr: "Le broker répond à l’UNSUBSCRIBE et continue à livrer.",
    },
    breaks: ["2.3-subscribe/nothing-afterwards"],
    relay: () =>
      alter<"UNSUBSCRIBE">({ from: "client", type: "UNSUBSCRIBE", role: "subscriber", nth: 2 }, (draft) => {
        draft.unsubscriptions = draft.unsubscriptions.map((filter) => filter.replace(/b$/, "other"));
      }),
  },
  {
    id: "2.3-unsubscribe-too-much",
    what: {
      en: "An UNSUBSCRIBE also ends a subscription that it does not name.",
      fr: "Un UNSUBSCRIBE met aussi fin à un abonnement qu’il ne nomme pas.",
    },
    breaks: ["2.3-subscribe/others-untouched"],
    relay: () =>
      alter<"UNSUBSCRIBE">({ from: "client", type: "UNSUBSCRIBE", role: "subscriber", nth: 2 }, (draft) => {
        draft.unsubscriptions = draft.unsubscriptions.map((filter) => filter.replace(/never$/, "a"));
      }),
  },
  {
    id: "2.3-unsubscribed-underway",
    what: {
      en: "With the subscription the broker forgets the delivery that had begun.",
      fr: "Avec l’abonnement, le broker oublie la livraison commencée.",
    },
    breaks: ["2.3-subscribe/completed"],
    relay: () => drop({ from: "broker", type: "PUBREL", role: "underway" }),
  },
  {
    id: "2.3-log-no-suback",
    what: { en: "The log does not tell of SUBACK.", fr: "Le journal ne relate pas le SUBACK." },
    breaks: ["2.3-subscribe/log-exchange", "2.3-subscribe/log-tells-wire"],
    log: () => dropLines(/Sending SUBACK to \S+-subscriber/),
  },
  {
    id: "2.3-log-granted",
    what: {
      en: "The log shows another QoS for a filter than the SUBACK.",
      fr: "Le journal montre pour un filtre une autre QoS que le SUBACK.",
    },
    breaks: ["2.3-subscribe/log-filters", "2.3-subscribe/log-tells-wire"],
    log: () => changeLines(/(?<=-subscriber )2(?= \S+\/b$)/, "1"),
  },
  {
    id: "2.3-log-no-unsubscription",
    what: {
      en: "The log does not tell which filter was unsubscribed.",
      fr: "Le journal ne dit pas de quel filtre on s’est désabonné.",
    },
    breaks: ["2.3-subscribe/log-unsubscribed", "2.3-subscribe/log-tells-wire"],
    log: () => dropLines(/-subscriber \S+\/b$/),
  },
  {
    id: "2.3-log-unsuback-twice",
    what: {
      en: "The log tells of an UNSUBACK that was not sent.",
      fr: "Le journal relate un UNSUBACK qui n’a pas été envoyé.",
    },
    breaks: ["2.3-subscribe/log-tells-wire"],
    log: () => repeatLines(/Sending UNSUBACK to \S+-subscriber/),
  },
];
