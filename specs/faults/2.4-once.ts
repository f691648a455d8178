import type { Fault } from "./fault";
import { dropLines, repeatLines } from "./log";
import { dup, packetId, sessionPresent } from "./relay/fields";
import { drop, duplicate, injectBefore } from "./relay/meddle";
import { together } from "./relay/meddler";

export const faults: readonly Fault[] = [
  {
    id: "2.4-twice-cut-after-publish",
    what: {
      en: "A message whose publisher was cut off after PUBLISH is delivered twice.",
      fr: "Un message dont l’émetteur a été coupé après PUBLISH est livré deux fois.",
    },
    breaks: ["2.4-qos2-exactly-once/once-publish"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "observer", topic: "publish" }),
  },
  {
    id: "2.4-twice-cut-after-pubrec",
    what: {
      en: "A message whose publisher was cut off after PUBREC is delivered twice.",
      fr: "Un message dont l’émetteur a été coupé après PUBREC est livré deux fois.",
    },
    breaks: ["2.4-qos2-exactly-once/once-pubrec"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "observer", topic: "pubrec" }),
  },
  {
    id: "2.4-twice-cut-after-pubrel",
    what: {
      en: "A message whose publisher was cut off after PUBREL is delivered twice.",
      fr: "Un message dont l’émetteur a été coupé après PUBREL est livré deux fois.",
    },
    breaks: ["2.4-qos2-exactly-once/once-pubrel"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "observer", topic: "pubrel" }),
  },
  {
    id: "2.4-twice-repeated",
    what: {
      en: "A message that was repeated on the same connection is delivered twice.",
      fr: "Un message répété sur la même connexion est livré deux fois.",
    },
    breaks: ["2.4-qos2-exactly-once/once-live"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "observer", topic: "live" }),
  },
  {
    id: "2.4-pubrec-not-repeated",
    what: {
      en: "The broker does not answer a PUBLISH that it knows.",
      fr: "Le broker ne répond pas à un PUBLISH qu’il connaît.",
    },
    breaks: ["2.4-qos2-exactly-once/pubrec-again"],
    relay: () => drop({ from: "broker", type: "PUBREC", role: "pub-publish" }),
  },
  {
    id: "2.4-pubrel-forgotten",
    what: {
      en: "After a reconnection the broker does not answer the first PUBREL.",
      fr: "Après une reconnexion, le broker ne répond pas au premier PUBREL.",
    },
    breaks: ["2.4-qos2-exactly-once/pubcomp-after-pubrec"],
    relay: () => drop({ from: "broker", type: "PUBCOMP", role: "pub-pubrec" }),
  },
  {
    id: "2.4-pubrel-unknown",
    what: {
      en: "The broker does not answer a PUBREL whose exchange is over.",
      fr: "Le broker ne répond pas à un PUBREL dont l’échange est terminé.",
    },
    breaks: ["2.4-qos2-exactly-once/pubcomp-after-pubrel"],
    relay: () => drop({ from: "broker", type: "PUBCOMP", role: "pub-pubrel" }),
  },
  {
    id: "2.4-qos2-dup-passed-on",
    what: {
      en: "The broker passes the DUP of a message at QoS 2 on.",
      fr: "Le broker transmet le DUP d’un message en QoS 2.",
    },
    breaks: ["2.4-qos2-exactly-once/dup-not-passed-on"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "observer", topic: "live" }, true),
  },
  {
    id: "2.4-qos2-again-without-dup",
    what: { en: "A message at QoS 2 comes again without DUP.", fr: "Un message en QoS 2 revient sans DUP." },
    breaks: ["2.4-qos2-exactly-once/publish-again"],
    relay: () => dup({ from: "broker", type: "PUBLISH", role: "sub-publish", dup: true }, false),
  },
  {
    id: "2.4-pubrel-renumbered",
    what: {
      en: "After a reconnection the PUBREL has another packet identifier.",
      fr: "Après une reconnexion, le PUBREL porte un autre identifiant de paquet.",
    },
    breaks: ["2.4-qos2-exactly-once/pubrel-after-pubrec"],
    relay: () =>
      together(
        packetId({ from: "broker", type: "PUBREL", role: "sub-pubrec" }, 1),
        packetId({ from: "client", type: "PUBCOMP", role: "sub-pubrec" }, -1),
      ),
  },
  {
    id: "2.4-pubrel-not-repeated",
    what: {
      en: "The broker sends a PUBREL once and never again.",
      fr: "Le broker envoie un PUBREL une fois et plus jamais.",
    },
    breaks: ["2.4-qos2-exactly-once/pubrel-after-pubrel"],
    relay: () => drop({ from: "broker", type: "PUBREL", role: "sub-pubrel", nth: 2 }),
  },
  {
    id: "2.4-publish-after-pubrec",
    what: {
      en: "The broker sends the PUBLISH again although it has the PUBREC.",
      fr: "Le broker renvoie le PUBLISH alors qu’il a le PUBREC.",
    },
    breaks: ["2.4-qos2-exactly-once/no-publish-after-pubrec"],
    relay: () =>
      injectBefore({ from: "broker", type: "PUBREL", role: "sub-pubrel", nth: 2 }, [
        {
          cmd: "publish",
          topic: "lost-pubrel",
          payload: "pubrel",
          qos: 2,
          dup: true,
          retain: false,
          messageId: 1,
        },
      ]),
  },
  {
    id: "2.4-pubcomp-ignored",
    what: {
      en: "The broker does not take notice of a PUBCOMP.",
      fr: "Le broker ne tient pas compte d’un PUBCOMP.",
    },
    breaks: ["2.4-qos2-exactly-once/nothing-left"],
    relay: () => drop({ from: "client", type: "PUBCOMP", role: "sub-publish" }),
  },
  {
    id: "2.4-qos2-session-denied",
    what: {
      en: "The broker resumes a session and says that there was none.",
      fr: "Le broker reprend une session et dit qu’il n’y en avait pas.",
    },
    breaks: ["2.4-qos2-exactly-once/session-present"],
    relay: () => sessionPresent({ from: "broker", type: "CONNACK", role: "sub-publish", nth: 2 }, false),
  },
  {
    id: "2.4-log-delivered-twice",
    what: {
      en: "The log tells of a delivery that was not made.",
      fr: "Le journal relate une livraison qui n’a pas eu lieu.",
    },
    breaks: ["2.4-qos2-exactly-once/log-once", "2.4-qos2-exactly-once/log-tells-wire"],
    log: () => repeatLines(/Sending PUBLISH to \S+-observer .*\/live'/),
  },
  {
    id: "2.4-log-no-pubcomp",
    what: {
      en: "The log does not tell of a subscriber’s PUBCOMP.",
      fr: "Le journal ne relate pas le PUBCOMP d’un abonné.",
    },
    breaks: ["2.4-qos2-exactly-once/log-tells-wire"],
    log: () => dropLines(/Received PUBCOMP from \S+-sub-publish/),
  },
];
