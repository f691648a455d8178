import { startNative } from "../../src/target/native";
import type { Fault } from "./fault";
import { addLines, changeBetween, dropBetween, dropLines } from "./log";

/** What stands in the log between the logins of two bystanders is about the refusal between them. */
const REFUSALS = [
  ["without", "before", "after-without"],
  ["another", "after-without", "after-another"],
  ["other-name", "after-another", "after-other-name"],
] as const;

const login = (role: string) => new RegExp(`New client connected .*-${role} `);
const FAILURE = /OpenSSL Error|Client connection from/;

/** The log of TLS, one line at a time. */
export const faults: readonly Fault[] = [
  ...REFUSALS.map(([role, before, after]): Fault => ({
    id: `5.2-log-silent-${role}`,
    what: {
      en: `Of the refusals the log does not tell one: “${role}”.`,
      fr: `Parmi les refus, le journal en tait un : « ${role} ».`,
    },
    breaks: [`5.2-untrusted/log-${role}`],
    log: () => dropBetween(login(before), login(after), FAILURE),
  })),
  ...REFUSALS.slice(0, 2).map(([role, before, after]): Fault => ({
    id: `5.2-log-other-alert-${role}`,
    what: {
      en: `The log names another alert than the client sent: “${role}”.`,
      fr: `Le journal nomme une autre alerte que celle du client : « ${role} ».`,
    },
    breaks: [`5.2-untrusted/log-${role}`],
    log: () => changeBetween(login(before), login(after), /alert unknown ca/, "alert handshake failure"),
  })),
  {
    id: "5.2-log-login-missing",
    what: {
      en: "The log does not tell that a TLS client logged in.",
      fr: "Le journal ne relate pas la connexion d’un client TLS.",
    },
    breaks: ["5.2-trusted/log-connected", "5.2-trusted/log-negotiated", "5.2-trusted/log-tells-wire"],
    log: () => dropLines(/New client connected .*-publisher /),
  },
  {
    id: "5.2-log-packet-invented",
    what: {
      en: "The log tells of a PUBLISH that nobody sent over TLS.",
      fr: "Le journal relate un PUBLISH que personne n’a envoyé par TLS.",
    },
    breaks: ["5.2-trusted/log-tells-wire"],
    log: () => addLines(/Sending PUBACK to \S+-publisher .*/, "$&"),
  },
  {
    id: "5.2-log-of-2.1-without-tls",
    what: {
      en: "A broker of version 2.1 whose log says of TLS no more than that of 2.0.",
      fr: "Un broker en version 2.1 dont le journal ne dit de TLS rien de plus que celui de la 2.0.",
    },
    breaks: ["5.2-trusted/log-negotiated", "5.3-plaintext-refused/log-tls-on-plain"],
    instead: async () => ({ ...(await startNative()), version: "2.1.2" }),
  },
  {
    id: "5.3-log-silent-plain-on-tls",
    what: {
      en: "The log does not tell of plain MQTT on the TLS port.",
      fr: "Le journal ne relate pas MQTT en clair sur le port TLS.",
    },
    breaks: ["5.3-plaintext-refused/log-plain-on-tls"],
    log: () => dropBetween(login("before"), login("between"), FAILURE),
  },
  {
    id: "5.3-log-silent-tls-on-plain",
    what: {
      en: "The log does not tell of TLS on the plain port.",
      fr: "Le journal ne relate pas TLS sur le port en clair.",
    },
    breaks: ["5.3-plaintext-refused/log-tls-on-plain"],
    log: () => dropBetween(login("between"), login("after"), /protocol error/i),
  },
];
