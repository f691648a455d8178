import type { Fault } from "./fault";
import { changeLines, dropLines } from "./log";
import { alter, closeAt, drop, keepOpen } from "./relay/meddle";

export const faults: readonly Fault[] = [
  {
    id: "3-session-present-at-first",
    what: {
      en: "The broker tells a new client that its session is present.",
      fr: "Le broker annonce une session existante à un nouveau client.",
    },
    breaks: ["3-connect-parameters/accepted", "3-connect-parameters/log-tells-wire"],
    relay: () =>
      alter<"CONNACK">({ from: "broker", type: "CONNACK", role: "v311-c0" }, (draft) => {
        draft.sessionPresent = true;
      }),
  },
  {
    id: "3-new-client-refused",
    what: {
      en: "The broker refuses a new client’s identifier.",
      fr: "Le broker refuse l’identifiant d’un nouveau client.",
    },
    breaks: ["3-connect-parameters/accepted"],
    relay: () =>
      alter<"CONNACK">({ from: "broker", type: "CONNACK", role: "v311-c1" }, (draft) => {
        draft.returnCode = 2;
      }),
  },
  {
    id: "3-p-of-mqtt-31",
    what: {
      en: "The log gives MQTT 3.1 the number of MQTT 3.1.1.",
      fr: "Le journal donne à MQTT 3.1 le numéro de MQTT 3.1.1.",
    },
    breaks: ["3-connect-parameters/p-31", "3-connect-parameters/log-tells-wire"],
    log: () => changeLines(/(?<=-v31-c0 \()p1/, "p2"),
  },
  {
    id: "3-p-of-mqtt-311",
    what: {
      en: "The log gives MQTT 3.1.1 a number of another version of Mosquitto.",
      fr: "Le journal donne à MQTT 3.1.1 le numéro d’une autre version de Mosquitto.",
    },
    breaks: ["3-connect-parameters/p-311", "3-connect-parameters/log-tells-wire"],
    log: () => changeLines(/(?<=-v311-c1 \()p2/, "p4"),
  },
  {
    id: "3-p-of-mqtt-5",
    what: {
      en: "The log gives MQTT 5 the number of MQTT 3.1.1.",
      fr: "Le journal donne à MQTT 5 le numéro de MQTT 3.1.1.",
    },
    breaks: ["3-connect-parameters/p-5", "3-connect-parameters/log-tells-wire"],
    log: () => changeLines(/(?<=-v5-c1 \()p5/, "p2"),
  },
  {
    id: "3-c-always-1",
    what: {
      en: "The broker takes every session for a clean one.",
      fr: "Le broker prend toute session pour une clean session.",
    },
    breaks: ["3-connect-parameters/c", "3-connect-parameters/log-tells-wire"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "v311-c0" }, (draft) => {
        draft.clean = true;
      }),
  },
  {
    id: "3-k-limited",
    what: {
      en: "The broker logs another keep alive than the client asked for.",
      fr: "Le broker inscrit un autre keep alive que celui demandé par le client.",
    },
    breaks: ["3-connect-parameters/k", "3-connect-parameters/log-tells-wire"],
    log: () => changeLines(/(?<=-v311-c1 \(p\d, c\d, )k30/, "k20"),
  },
  {
    id: "3-session-before-the-first",
    what: {
      en: "The broker says that a session is present at the very first visit.",
      fr: "Le broker annonce une session dès la toute première visite.",
    },
    breaks: ["3-clean-session/first"],
    relay: () =>
      alter<"CONNACK">({ from: "broker", type: "CONNACK", role: "keeper", nth: 1 }, (draft) => {
        draft.sessionPresent = true;
      }),
  },
  {
    id: "3-session-not-announced",
    what: {
      en: "The broker resumes a session without saying so.",
      fr: "Le broker reprend une session sans l’annoncer.",
    },
    breaks: ["3-clean-session/resumed", "3-clean-session/logged"],
    relay: () =>
      alter<"CONNACK">({ from: "broker", type: "CONNACK", role: "keeper", nth: 2 }, (draft) => {
        draft.sessionPresent = false;
      }),
  },
  {
    id: "3-session-forgotten",
    what: {
      en: "The broker forgets a session when its client leaves.",
      fr: "Le broker oublie une session quand son client part.",
    },
    breaks: ["3-clean-session/resumed", "3-clean-session/queued"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "keeper", nth: 1 }, (draft) => {
        draft.clean = true;
      }),
  },
  {
    id: "3-queue-lost",
    what: {
      en: "What was published in a client’s absence is lost.",
      fr: "Ce qui a été publié en l’absence d’un client est perdu.",
    },
    breaks: ["3-clean-session/queued"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "keeper", nth: 1 }),
  },
  {
    id: "3-subscription-lost",
    what: {
      en: "The broker keeps the messages of a session but not its subscription.",
      fr: "Le broker conserve les messages d’une session mais pas son abonnement.",
    },
    breaks: ["3-clean-session/subscription-kept"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "keeper", nth: 2 }),
  },
  {
    id: "3-clean-ignored",
    what: {
      en: "The broker goes on with the old session although the client asks for a clean one.",
      fr: "Le broker poursuit l’ancienne session bien que le client demande une clean session.",
    },
    breaks: [
      "3-clean-session/clean-discards",
      "3-clean-session/discarded",
      "3-clean-session/subscription-gone",
    ],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "keeper", nth: 3 }, (draft) => {
        draft.clean = false;
      }),
  },
  {
    id: "3-session-comes-back",
    what: {
      en: "The broker sets the old session aside for a clean one and takes it up again later.",
      fr: "Le broker met l’ancienne session de côté le temps d’une clean session, puis la reprend.",
    },
    breaks: ["3-clean-session/discarded"],
    relay: () =>
      alter<"CONNACK">({ from: "broker", type: "CONNACK", role: "keeper", nth: 4 }, (draft) => {
        draft.sessionPresent = true;
      }),
  },
  {
    id: "3-clean-session-kept",
    what: { en: "The broker keeps a clean session.", fr: "Le broker conserve une clean session." },
    breaks: ["3-clean-session/clean-not-kept"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "visitor", nth: 1 }, (draft) => {
        draft.clean = false;
      }),
  },
  {
    id: "3-session-present-not-logged",
    what: {
      en: "The log has another session present than the CONNACK.",
      fr: "Le journal contient un autre session present que le CONNACK.",
    },
    breaks: ["3-clean-session/logged", "3-clean-session/log-tells-wire"],
    log: () => changeLines(/(?<=Sending CONNACK to \S+-keeper \()1/, "0"),
  },
  {
    id: "3-both-connections-stay",
    what: {
      en: "The broker lets two connections share a client id.",
      fr: "Le broker laisse deux connexions partager un identifiant.",
    },
    breaks: ["3-takeover/first-closed"],
    relay: () => keepOpen("broker", "first"),
  },
  {
    id: "3-second-closed",
    what: {
      en: "The broker closes the second connection, too.",
      fr: "Le broker ferme aussi la seconde connexion.",
    },
    breaks: ["3-takeover/second-lives"],
    relay: () => closeAt({ from: "broker", type: "CONNACK", role: "first", nth: 2 }),
  },
  {
    id: "3-second-refused",
    what: {
      en: "The broker refuses a client id that is in use.",
      fr: "Le broker refuse un identifiant déjà utilisé.",
    },
    breaks: ["3-takeover/second-lives"],
    relay: () =>
      alter<"CONNACK">({ from: "broker", type: "CONNACK", role: "first", nth: 2 }, (draft) => {
        draft.returnCode = 2;
      }),
  },
  {
    id: "3-session-not-passed-on",
    what: {
      en: "The second client does not receive what the first had subscribed to.",
      fr: "Le second client ne reçoit pas ce à quoi le premier s’était abonné.",
    },
    breaks: ["3-takeover/session-goes-on"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "holder" }),
  },
  {
    id: "3-takeover-not-logged",
    what: {
      en: "The log does not say that a connection gave way.",
      fr: "Le journal ne dit pas qu’une connexion a cédé la place.",
    },
    breaks: ["3-takeover/logged"],
    log: () => dropLines(/already connected/),
  },
  {
    id: "3-takeover-logged-as-close",
    what: {
      en: "The log says that the first client closed its connection itself.",
      fr: "Le journal dit que le premier client a fermé lui-même sa connexion.",
    },
    breaks: ["3-takeover/logged"],
    log: () => changeLines(/already connected, closing old connection\./, "closed its connection."),
  },
  {
    id: "3-takeover-line-lost",
    what: {
      en: "The log lacks the CONNACK of the second client.",
      fr: "Il manque au journal le CONNACK du second client.",
    },
    breaks: ["3-takeover/log-tells-wire"],
    log: () => dropLines(/Sending CONNACK to \S+-first /),
  },
];
