import type { Fault } from "./fault";
import { changeLines, delayLines, dropLines, repeatLines } from "./log";
import { reservedFlag, sessionPresent } from "./relay/fields";
import { alter, alterBytes, answer, duplicate, injectBefore, keepOpen } from "./relay/meddle";

export const faults: readonly Fault[] = [
  {
    id: "2.3-connack-twice",
    what: { en: "The broker answers the CONNECT twice.", fr: "Le broker répond deux fois au CONNECT." },
    breaks: ["2.3-connect/connack"],
    relay: () => duplicate({ from: "broker", type: "CONNACK", role: "client" }),
  },
  {
    id: "2.3-connack-flags",
    what: { en: "The CONNACK’s reserved flags are set.", fr: "Les bits réservés du CONNACK sont à 1." },
    breaks: ["2.3-connect/connack"],
    relay: () => reservedFlag({ from: "broker", type: "CONNACK", role: "client" }),
  },
  {
    id: "2.3-connack-acknowledge-flags",
    what: {
      en: "A reserved bit beside session present is set.",
      fr: "Un bit réservé est à 1 à côté de session present.",
    },
    breaks: ["2.3-connect/connack"],
    relay: () =>
      alterBytes({ from: "broker", type: "CONNACK", role: "client" }, (bytes) => {
        bytes.writeUInt8(2, 2);
        return bytes;
      }),
  },
  {
    id: "2.3-connack-of-mqtt-5",
    what: {
      en: "The CONNACK has the form of MQTT 5 for a client of MQTT 3.1.1.",
      fr: "Le CONNACK a la forme de MQTT 5 pour un client MQTT 3.1.1.",
    },
    breaks: ["2.3-connect/connack"],
    relay: () =>
      alterBytes({ from: "broker", type: "CONNACK", role: "client" }, (bytes) =>
        Buffer.from([0x20, 3, bytes.readUInt8(2), bytes.readUInt8(3), 0]),
      ),
  },
  {
    id: "2.3-session-invented",
    what: {
      en: "The broker claims a session for a client with clean session.",
      fr: "Le broker prétend avoir une session pour un client en « clean session ».",
    },
    breaks: ["2.3-connect/no-session", "2.3-connect/log-connack"],
    relay: () => sessionPresent({ from: "broker", type: "CONNACK", role: "client" }, true),
  },
  {
    id: "2.3-pingresp-first",
    what: {
      en: "The broker answers the PINGREQ before the CONNECT.",
      fr: "Le broker répond au PINGREQ avant le CONNECT.",
    },
    breaks: ["2.3-connect/connack-first"],
    relay: () => injectBefore({ from: "broker", type: "CONNACK", role: "hasty" }, [{ cmd: "pingresp" }]),
  },
  {
    id: "2.3-long-identifier-refused",
    what: {
      en: "The broker refuses client identifiers of more than 20 characters.",
      fr: "Le broker refuse les identifiants de client de plus de 20 caractères.",
    },
    breaks: ["2.3-connect/identifier-lengths"],
    relay: () =>
      answer(
        {
          from: "client",
          type: "CONNECT",
          where: ({ packet }) => packet.type === "CONNECT" && /^\w{21,}$/.test(packet.clientId),
        },
        [{ cmd: "connack", returnCode: 2, sessionPresent: false }],
      ),
  },
  {
    id: "2.3-empty-identifier-shared",
    what: {
      en: "The broker gives every client without an identifier the same one.",
      fr: "Le broker donne le même identifiant à tous les clients qui n’en ont pas.",
    },
    breaks: ["2.3-connect/empty-identifier"],
    relay: () =>
      alter<"CONNECT">(
        {
          from: "client",
          type: "CONNECT",
          where: ({ packet }) => packet.type === "CONNECT" && packet.clientId === "" && packet.cleanSession,
        },
        (draft) => {
          draft.clientId = "anonymous";
        },
      ),
  },
  {
    id: "2.3-empty-identifier-kept",
    what: {
      en: "The broker keeps a session for a client without an identifier.",
      fr: "Le broker conserve une session pour un client sans identifiant.",
    },
    breaks: ["2.3-connect/empty-identifier-kept"],
    relay: () =>
      answer(
        {
          from: "client",
          type: "CONNECT",
          where: ({ packet }) => packet.type === "CONNECT" && packet.clientId === "" && !packet.cleanSession,
        },
        [{ cmd: "connack", returnCode: 0, sessionPresent: false }],
      ),
  },
  {
    id: "2.3-level-code",
    what: {
      en: "The broker refuses an unknown protocol level with the code of a bad login.",
      fr: "Le broker refuse un niveau de protocole inconnu avec le code d’une mauvaise identification.",
    },
    breaks: ["2.3-connect/unsupported-level"],
    relay: () =>
      alter<"CONNACK">({ from: "broker", type: "CONNACK", role: "other-level" }, (draft) => {
        draft.returnCode = 5;
      }),
  },
  {
    id: "2.3-refused-with-session",
    what: {
      en: "The CONNACK of a refusal says that a session is present.",
      fr: "Le CONNACK d’un refus annonce une session présente.",
    },
    breaks: ["2.3-connect/refusal-no-session"],
    relay: () =>
      alterBytes({ from: "broker", type: "CONNACK", role: "other-level" }, (bytes) => {
        bytes.writeUInt8(1, 2);
        return bytes;
      }),
  },
  {
    id: "2.3-refused-left-open",
    what: {
      en: "The broker leaves the connection of a refused client open.",
      fr: "Le broker laisse ouverte la connexion d’un client refusé.",
    },
    breaks: ["2.3-connect/refusal-closes"],
    relay: () => keepOpen("broker", "other-level"),
  },
  {
    id: "2.3-log-no-connection",
    what: {
      en: "The log does not tell of TCP connections.",
      fr: "Le journal ne relate pas les connexions TCP.",
    },
    breaks: ["2.3-connect/log-connection", "2.3-connect/log-order"],
    log: () => dropLines(/New connection from/),
  },
  {
    id: "2.3-log-protocol",
    what: {
      en: "The log gives the protocol a number that no version uses.",
      fr: "Le journal donne au protocole un numéro qu’aucune version n’utilise.",
    },
    breaks: ["2.3-connect/log-protocol", "2.3-connect/log-tells-wire"],
    log: () => changeLines(/p\d(?=, c1, k42)/, "p9"),
  },
  {
    id: "2.3-log-clean-session",
    what: {
      en: "The log shows the wrong clean session flag.",
      fr: "Le journal montre un mauvais bit « clean session ».",
    },
    breaks: ["2.3-connect/log-clean-session", "2.3-connect/log-tells-wire"],
    log: () => changeLines(/c1(?=, k42)/, "c0"),
  },
  {
    id: "2.3-log-keep-alive",
    what: {
      en: "The log shows the default keep alive, not the client’s.",
      fr: "Le journal montre le « keep alive » par défaut, pas celui du client.",
    },
    breaks: ["2.3-connect/log-keep-alive", "2.3-connect/log-tells-wire"],
    log: () => changeLines(/k42/, "k60"),
  },
  {
    id: "2.3-log-user",
    what: {
      en: "The log names a user where the client named none.",
      fr: "Le journal cite un utilisateur alors que le client n’en a pas indiqué.",
    },
    breaks: ["2.3-connect/log-user", "2.3-connect/log-tells-wire"],
    log: () => changeLines(/k42/, "k42, u'somebody'"),
  },
  {
    id: "2.3-log-connack",
    what: {
      en: "The log’s CONNACK line shows a refusal that was none.",
      fr: "La ligne CONNACK du journal montre un refus qui n’en était pas un.",
    },
    breaks: ["2.3-connect/log-connack", "2.3-connect/log-tells-wire"],
    log: () => changeLines(/(?<=Sending CONNACK to \S+-client )\(0, 0\)/, "(0, 5)"),
  },
  {
    id: "2.3-log-order",
    what: {
      en: "The log’s CONNACK line comes before the client’s line.",
      fr: "La ligne CONNACK du journal vient avant celle du client.",
    },
    breaks: ["2.3-connect/log-order"],
    log: () => delayLines(/New client connected .*-client \(/, /Sending CONNACK to \S+-client /),
  },
  {
    id: "2.3-log-no-end",
    what: {
      en: "The log does not tell that clients disconnected.",
      fr: "Le journal ne dit pas que des clients se sont déconnectés.",
    },
    breaks: ["2.3-connect/log-end"],
    log: () => dropLines(/ disconnected\.$/),
  },
  {
    id: "2.3-log-ends-twice",
    what: {
      en: "The log tells twice that a client disconnected.",
      fr: "Le journal dit deux fois qu’un client s’est déconnecté.",
    },
    breaks: ["2.3-connect/log-end"],
    log: () => repeatLines(/ disconnected\.$/),
  },
  {
    id: "2.3-log-no-pingresp",
    what: { en: "The log leaves the PINGRESP out.", fr: "Le journal omet le PINGRESP." },
    breaks: ["2.3-connect/log-tells-wire"],
    log: () => dropLines(/Sending PINGRESP to \S+-client$/),
  },
];
