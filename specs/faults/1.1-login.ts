import type { Fault } from "./fault";
import { changeLines } from "./log";

const claim = (id: string) => `1.1-ssh-login/${id}`;
const NO_LOG = [claim("shows-log"), "0-target/log-is-this-brokers"];

/** What is in the log at the time of the login. */
const PAST = 'head -n "$(wc -l <"$1/log")" "$1/log"';

export const faults: readonly Fault[] = [
  {
    id: "1.1-host-key-changed",
    what: {
      en: "The server shows another host key than the one that was handed out.",
      fr: "Le serveur présente une autre clé d’hôte que celle qui a été communiquée.",
    },
    breaks: [claim("enters"), "0-target/log-is-this-brokers"],
    ssh: { access: (right) => ({ ...right, hostKey: `SHA256:${"A".repeat(43)}` }) },
  },
  {
    id: "1.1-account-locked",
    what: {
      en: "The account that was handed out is not let in.",
      fr: "Le compte communiqué n’est pas admis.",
    },
    breaks: [claim("enters"), "0-target/log-is-this-brokers"],
    ssh: { config: ["DenyUsers *"] },
  },
  {
    id: "1.1-any-password",
    what: { en: "Any password is accepted.", fr: "N’importe quel mot de passe est accepté." },
    breaks: [claim("wrong-password"), claim("empty-password")],
    ssh: { admits: ({ method, username }) => method === "password" && username === "mqttlogs" },
  },
  {
    id: "1.1-empty-password",
    what: { en: "An empty password is accepted.", fr: "Un mot de passe vide est accepté." },
    breaks: [claim("empty-password")],
    ssh: {
      admits: (context) =>
        context.method === "password" && context.username === "mqttlogs" && context.password === "",
    },
  },
  {
    id: "1.1-no-authentication",
    what: {
      en: "Whoever names the account is in, without a password or a key.",
      fr: "Il suffit de nommer le compte pour entrer, sans mot de passe ni clé.",
    },
    breaks: [claim("wrong-password"), claim("empty-password"), claim("wrong-key")],
    ssh: { admits: ({ method, username }) => method === "none" && username === "mqttlogs" },
  },
  {
    id: "1.1-any-key",
    what: { en: "Any key is accepted.", fr: "N’importe quelle clé est acceptée." },
    breaks: [claim("wrong-key")],
    ssh: { config: ["AuthorizedKeysCommand /bin/echo %t %k", "AuthorizedKeysCommandUser nobody"] },
  },
  {
    id: "1.1-any-user",
    what: { en: "Unknown users are let in.", fr: "Les utilisateurs inconnus sont admis." },
    breaks: [claim("unknown-user")],
    ssh: { admits: ({ method, username }) => method === "password" && username !== "mqttlogs" },
  },
  {
    id: "1.1-waits-for-a-key",
    what: {
      en: "The log begins only when somebody presses a key.",
      fr: "Le journal ne commence que lorsqu’on appuie sur une touche.",
    },
    breaks: NO_LOG,
    ssh: { script: 'echo "Press Enter to see the log"; read -r _; exec tail -n +1 -F "$1/log"' },
  },
  {
    id: "1.1-logs-without-follow",
    what: {
      en: "The log is shown as far as it goes, and the session ends: docker logs without -f.",
      fr: "Le journal est affiché tel qu’il est, puis la session se termine : docker logs sans -f.",
    },
    breaks: NO_LOG,
    ssh: { script: PAST },
  },
  {
    id: "1.1-logs-then-silence",
    what: {
      en: "The past of the log is shown, and then nothing more.",
      fr: "Le passé du journal est affiché, puis plus rien.",
    },
    breaks: NO_LOG,
    ssh: { script: `${PAST}\nexec sleep 60` },
  },
  {
    id: "1.1-held-back",
    what: {
      en: "A pipe holds the lines back until 4 KiB have come together.",
      fr: "Un tube retient les lignes jusqu’à en avoir 4 Kio.",
    },
    breaks: NO_LOG,
    ssh: { script: 'tail --pid=$$ -n 0 -F "$1/log" | dd obs=4K status=none' },
  },
  {
    id: "1.1-log-of-another-broker",
    what: {
      en: "The log that is shown belongs to another broker.",
      fr: "Le journal affiché est celui d’un autre broker.",
    },
    breaks: NO_LOG,
    log: () => changeLines(/\w{7}-\d+-/g, "other-"),
  },
  {
    id: "1.1-old-log",
    what: {
      en: "The log that is shown was rotated away: nobody writes to it any more.",
      fr: "Le journal affiché a été archivé par rotation : plus personne n’y écrit.",
    },
    breaks: NO_LOG,
    ssh: { script: 'cp "$1/log" "$1/log.$$"; exec tail -n +1 -F "$1/log.$$"' },
  },
];
