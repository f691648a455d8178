import type { Fault } from "./fault";
import { changeLines, dropLines } from "./log";
import { alter, answer, drop, duplicate, keepOpen, on } from "./relay/meddle";
import { reservedFlag } from "./relay/fields";
import type { Meddler } from "./relay/meddler";

/** The broker closes that role's connection so long after its CONNACK. */
function closeAfter(role: string, ms: number): Meddler {
  return on({ from: "broker", type: "CONNACK", role }, ({ wire }) => ({
    after: () => {
      setTimeout(() => {
        wire.close("fin");
      }, ms).unref();
    },
  }));
}

export const faults: readonly Fault[] = [
  {
    id: "3-pingresp-lost",
    what: { en: "The broker does not answer PINGREQ.", fr: "Le broker ne répond pas au PINGREQ." },
    breaks: ["3-ping/pingresp"],
    relay: () => drop({ from: "broker", type: "PINGRESP", role: "idle" }),
  },
  {
    id: "3-pingresp-twice",
    what: {
      en: "The broker answers each PINGREQ twice.",
      fr: "Le broker répond deux fois à chaque PINGREQ.",
    },
    breaks: ["3-ping/pingresp"],
    relay: () => duplicate({ from: "broker", type: "PINGRESP", role: "idle" }),
  },
  {
    id: "3-pingresp-flags",
    what: { en: "The PINGRESP’s reserved flags are set.", fr: "Les bits réservés du PINGRESP sont à 1." },
    breaks: ["3-ping/pingresp"],
    relay: () => reservedFlag({ from: "broker", type: "PINGRESP", role: "idle" }),
  },
  {
    id: "3-pings-do-not-count",
    what: {
      en: "The broker drops a client that pings after one and a half times its keep alive.",
      fr: "Le broker déconnecte au bout d’une fois et demie le keep alive un client qui envoie des pings.",
    },
    breaks: ["3-ping/outlives"],
    relay: () => closeAfter("idle", 3000),
  },
  {
    id: "3-pingreq-not-logged",
    what: { en: "The log lacks the pings of a client.", fr: "Il manque au journal les pings d’un client." },
    breaks: ["3-ping/every-k", "3-ping/both-logged", "3-ping/log-tells-wire"],
    log: () => dropLines(/Received PINGREQ from \S+-idle$/),
  },
  {
    id: "3-pingresp-not-logged",
    what: {
      en: "The log lacks the answers to a client’s pings.",
      fr: "Il manque au journal les réponses aux pings d’un client.",
    },
    breaks: ["3-ping/both-logged", "3-ping/log-tells-wire"],
    log: () => dropLines(/Sending PINGRESP to \S+-idle$/),
  },
  {
    id: "3-dropped-early",
    what: {
      en: "The broker drops a silent client after half its time.",
      fr: "Le broker déconnecte un client silencieux à la moitié de son délai.",
    },
    breaks: ["3-keepalive-expiry/not-early"],
    relay: () => closeAfter("k2", 1500),
  },
  {
    id: "3-never-dropped",
    what: {
      en: "A silent client is never told that it was dropped.",
      fr: "Un client silencieux n’apprend jamais qu’il a été déconnecté.",
    },
    breaks: ["3-keepalive-expiry/not-late"],
    relay: () => keepOpen("broker", "k1"),
  },
  {
    id: "3-timeout-not-logged",
    what: {
      en: "The log does not say that a client exceeded its time.",
      fr: "Le journal ne dit pas qu’un client a dépassé son délai.",
    },
    breaks: ["3-keepalive-expiry/logged"],
    log: () => dropLines(/exceeded timeout/),
  },
  {
    id: "3-timeout-logged-as-close",
    what: {
      en: "The log says that the silent client closed its connection itself.",
      fr: "Le journal dit que le client silencieux a fermé lui-même sa connexion.",
    },
    breaks: ["3-keepalive-expiry/logged"],
    log: () => changeLines(/has exceeded timeout, disconnecting\./, "closed its connection."),
  },
  {
    id: "3-will-of-silent-client-lost",
    what: {
      en: "The broker does not publish the will of a client that it drops.",
      fr: "Le broker ne publie pas le testament d’un client qu’il déconnecte.",
    },
    breaks: ["3-keepalive-expiry/will", "3-keepalive-expiry/log-tells-wire"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "observer", topic: "k1" }),
  },
  {
    id: "3-will-of-silent-client-changed",
    what: {
      en: "The will of a client that is dropped arrives empty.",
      fr: "Le testament d’un client déconnecté arrive vide.",
    },
    breaks: ["3-keepalive-expiry/will"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "observer", topic: "k1" }, (draft) => {
        draft.payload = "";
      }),
  },
  {
    id: "3-zero-taken-for-default",
    what: {
      en: "The broker takes a keep alive of 0 for a default of its own.",
      fr: "Le broker remplace un keep alive de 0 par une valeur par défaut.",
    },
    breaks: ["3-keepalive-expiry/k0", "3-keepalive-expiry/log-tells-wire"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "k0" }, (draft) => {
        draft.keepalive = 1;
      }),
  },
  {
    id: "3-pings-not-heard",
    what: {
      en: "Pings do not reset the broker’s clock.",
      fr: "Les pings ne remettent pas à zéro l’horloge du broker.",
    },
    breaks: ["3-keepalive-expiry/pings-count", "3-keepalive-expiry/log-tells-wire"],
    relay: () => answer({ from: "client", type: "PINGREQ", role: "pinger" }, [{ cmd: "pingresp" }]),
  },
];
