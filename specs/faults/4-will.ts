import type { Fault } from "./fault";
import { addLines, changeLines, dropLines } from "./log";
import { alter, drop, duplicate } from "./relay/meddle";

export const faults: readonly Fault[] = [
  {
    id: "4-will-lost",
    what: {
      en: "The broker does not publish the will of a connection that ends in RST.",
      fr: "Le broker ne publie pas le testament d’une connexion terminée par RST.",
    },
    breaks: ["4-will/published"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "observer", topic: "reset" }),
  },
  {
    id: "4-will-twice",
    what: { en: "The broker publishes a will twice.", fr: "Le broker publie deux fois un testament." },
    breaks: ["4-will/published"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "observer", topic: "fin" }),
  },
  {
    id: "4-will-in-spite-of-disconnect",
    what: {
      en: "The broker publishes the will of a client that sent DISCONNECT.",
      fr: "Le broker publie le testament d’un client qui a envoyé DISCONNECT.",
    },
    breaks: ["4-will/discarded"],
    relay: () => drop({ from: "client", type: "DISCONNECT", role: "polite" }),
  },
  {
    id: "4-will-kept-in-spite-of-disconnect",
    what: {
      en: "The broker publishes a retained will although the client sent DISCONNECT.",
      fr: "Le broker publie un testament retenu bien que le client ait envoyé DISCONNECT.",
    },
    breaks: ["4-will/discarded"],
    relay: () => drop({ from: "client", type: "DISCONNECT", role: "polite-keeps" }),
  },
  {
    id: "4-will-of-nobody",
    what: {
      en: "The broker publishes a will for a client that left none.",
      fr: "Le broker publie un testament pour un client qui n’en a pas laissé.",
    },
    breaks: ["4-will/none", "4-will/no-will-line"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "willless" }, (draft) => {
        const [run = ""] = draft.clientId.split("-");
        const topic = `tp-mqtt/${run}/4-will/willless`;
        draft.will = { topic, payload: Buffer.from("gone"), qos: 0, retain: false };
      }),
  },
  {
    id: "4-will-at-qos-0",
    what: {
      en: "The broker publishes every will at QoS 0.",
      fr: "Le broker publie tout testament en QoS 0.",
    },
    breaks: ["4-will/qos"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "observer", topic: "reset" }, (draft) => {
        Object.assign(draft, { qos: 0, messageId: undefined });
      }),
  },
  {
    id: "4-will-kept",
    what: {
      en: "The broker retains a will without retain.",
      fr: "Le broker retient un testament sans retain.",
    },
    breaks: ["4-will/not-retained", "4-will/will-lines"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "fin" }, (draft) => {
        if (draft.will) draft.will.retain = true;
      }),
  },
  {
    id: "4-will-not-kept",
    what: {
      en: "The broker does not retain a will with retain.",
      fr: "Le broker ne retient pas un testament avec retain.",
    },
    breaks: ["4-will/retained"],
    relay: () =>
      alter<"CONNECT">({ from: "client", type: "CONNECT", role: "keeps" }, (draft) => {
        if (draft.will) draft.will.retain = false;
      }),
  },
  {
    id: "4-will-retained-as-live",
    what: {
      en: "The broker sends a retained will as if it were new.",
      fr: "Le broker envoie un testament retenu comme s’il était nouveau.",
    },
    breaks: ["4-will/retained"],
    relay: () =>
      alter<"PUBLISH">({ from: "broker", type: "PUBLISH", role: "late-keeps" }, (draft) => {
        draft.retain = false;
      }),
  },
  {
    id: "4-will-logged-with-other-q",
    what: {
      en: "The log has another q than the will.",
      fr: "Le journal contient un autre q que le testament.",
    },
    breaks: ["4-will/will-lines", "4-will/log-tells-wire"],
    log: () => changeLines(/(?<=Will message specified \(\d+ bytes\) \(r0, )q1/, "q0"),
  },
  {
    id: "4-will-topic-not-logged",
    what: { en: "The log lacks the topics of wills.", fr: "Il manque au journal les topics des testaments." },
    breaks: ["4-will/will-lines", "4-will/log-tells-wire"],
    log: () => dropLines(/\t\S+\/4-will\/\w+$/),
  },
  {
    id: "4-no-will-not-logged",
    what: {
      en: "The log does not say that there is no will.",
      fr: "Le journal ne dit pas qu’il n’y a pas de testament.",
    },
    breaks: ["4-will/no-will-line", "4-will/log-tells-wire"],
    log: () => dropLines(/No will message specified/),
  },
  {
    id: "4-cut-logged-as-disconnect",
    what: {
      en: "The log calls a cut connection a normal disconnection.",
      fr: "Le journal prend une connexion coupée pour une déconnexion normale.",
    },
    breaks: ["4-will/end-lines"],
    log: () => changeLines(/closed its connection\./, "disconnected."),
  },
  {
    id: "4-disconnect-logged-as-cut",
    what: {
      en: "The log says of clients that sent DISCONNECT that they closed their connection.",
      fr: "Le journal dit de clients qui ont envoyé DISCONNECT qu’ils ont fermé leur connexion.",
    },
    breaks: ["4-will/end-lines"],
    log: () => changeLines(/ disconnected\.$/, " closed its connection."),
  },
  {
    id: "4-will-logged-as-received",
    what: {
      en: "The log says that the client itself published its will.",
      fr: "Le journal dit que le client a publié lui-même son testament.",
    },
    breaks: ["4-will/only-sent"],
    log: () =>
      addLines(
        /^(.*)Sending PUBLISH to (\w+-\d+)-observer (.*\/fin'.*)$/,
        "$1Received PUBLISH from $2-fin $3",
      ),
  },
];
