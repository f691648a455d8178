import type { Fault } from "./fault";
import { closer, mute, nobody, web } from "./instead";
import { breakAfter, changeLines, dropLines, inBlocks, late } from "./log";
import { alter, closeAt, closeOthers, drop } from "./relay/meddle";

const packets = /: (?:Received|Sending) |: \t|: \S+ \d \S+$|will message/i;

export const faults: readonly Fault[] = [
  {
    id: "0-nobody-listens",
    what: { en: "Nothing listens on the port.", fr: "Rien n’écoute sur le port." },
    breaks: ["0-target/listens"],
    instead: nobody,
  },
  {
    id: "0-web-server",
    what: { en: "A web server listens on the port.", fr: "Un serveur web écoute sur le port." },
    breaks: ["0-target/speaks-mqtt"],
    instead: web,
  },
  {
    id: "0-closes-at-once",
    what: {
      en: "The server closes each connection at once.",
      fr: "Le serveur ferme chaque connexion aussitôt.",
    },
    breaks: ["0-target/speaks-mqtt"],
    instead: closer,
  },
  {
    id: "0-never-answers",
    what: {
      en: "The server accepts connections and says nothing.",
      fr: "Le serveur accepte les connexions et se tait.",
    },
    breaks: ["0-target/speaks-mqtt"],
    instead: mute,
  },
  {
    id: "0-login-refused",
    what: { en: "The broker wants a password.", fr: "Le broker exige un mot de passe." },
    breaks: ["0-target/accepts-login"],
    config: ["allow_anonymous false"],
  },
  {
    id: "0-access-denied",
    what: {
      en: "An access list refuses the subscriptions.",
      fr: "Une liste d’accès refuse les abonnements.",
    },
    breaks: ["0-target/topics-allowed"],
    relay: () =>
      alter({ from: "broker", type: "SUBACK", role: "probe" }, (draft) => {
        draft.granted = [0, 128];
      }),
  },
  {
    id: "0-mount-point",
    what: {
      en: "The listener puts a mount point before every topic and delivers with it.",
      fr: "Le listener place un point de montage devant chaque topic et livre avec lui.",
    },
    breaks: ["0-target/topics-allowed"],
    config: ["mount_point elsewhere/"],
  },
  {
    id: "0-nothing-for-oneself",
    what: {
      en: "Nobody receives what he published himself.",
      fr: "Personne ne reçoit ce qu’il a publié lui-même.",
    },
    breaks: ["0-target/topics-allowed"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "probe", topic: "probe" }),
  },
  {
    id: "0-few-connections",
    what: {
      en: "The broker takes no more than five clients at a time.",
      fr: "Le broker n’accepte pas plus de cinq clients à la fois.",
    },
    breaks: ["0-target/room-for-all"],
    beside: ["4.1-retain", "6-house", "6-invalid-filters"],
    config: ["max_connections 5"],
  },
  {
    id: "0-goes-away",
    what: { en: "The broker goes away during the run.", fr: "Le broker disparaît pendant l’exécution." },
    breaks: ["0-target/stays"],
    relay: () =>
      closeAt(
        { from: "client", type: "CONNECT", where: ({ wire }) => wire.client.endsWith("-last") },
        { lose: true },
      ),
  },
  {
    id: "0-goes-away-and-comes-back",
    what: {
      en: "The broker goes away during the run, and is there again when it ends.",
      fr: "Le broker disparaît pendant l’exécution, et il est revenu à la fin.",
    },
    breaks: ["0-target/stays"],
    beside: ["2.4-qos0"],
    relay: () => closeOthers("standing", { from: "client", type: "PUBLISH" }),
  },
  {
    id: "0-log-breaks-off",
    what: {
      en: "The command that shows the log ends in the middle of the run.",
      fr: "La commande qui affiche le journal se termine au milieu de l’exécution.",
    },
    breaks: ["0-target/log-lasts"],
    beside: ["2.4-qos0"],
    log: () => breakAfter(/Received PUBLISH from \S+-[1-9]\d*-publisher/),
  },
  {
    id: "0-log-of-another-broker",
    what: {
      en: "The log that is read belongs to another broker.",
      fr: "Le journal lu est celui d’un autre broker.",
    },
    breaks: ["0-target/log-is-this-brokers"],
    log: () => changeLines(/\w{7}-\d+-/g, "other-"),
  },
  {
    id: "0-log-empty",
    what: { en: "Not a line of the log arrives.", fr: "Aucune ligne du journal n’arrive." },
    breaks: ["0-target/log-is-this-brokers"],
    log: () => dropLines(/^/),
  },
  {
    id: "0-log-in-blocks",
    what: {
      en: "The log is written through a pipe and held back in blocks.",
      fr: "Le journal passe par un tube et n’arrive que par blocs.",
    },
    breaks: ["0-target/log-is-this-brokers"],
    log: () => inBlocks(1 << 20),
  },
  {
    id: "0-log-without-connections",
    what: {
      en: "The broker runs with connection_messages false.",
      fr: "Le broker tourne avec connection_messages false.",
    },
    breaks: ["0-target/log-has-connections"],
    config: ["connection_messages false"],
  },
  {
    id: "0-log-type-default",
    what: { en: "log_type is left at its default.", fr: "log_type a gardé sa valeur par défaut." },
    breaks: ["0-target/log-has-packets"],
    config: ["log_type error", "log_type warning", "log_type notice", "log_type information"],
  },
  {
    id: "0-log-without-packets",
    what: {
      en: "The lines about packets are filtered out.",
      fr: "Les lignes sur les paquets sont filtrées.",
    },
    breaks: ["0-target/log-has-packets"],
    log: () => dropLines(packets),
  },
  {
    id: "0-log-stops",
    what: {
      en: "The log stops in the middle of the run.",
      fr: "Le journal s’interrompt au cours de l’exécution.",
    },
    breaks: ["0-target/log-in-time"],
    log: () => dropLines(/-last\b/),
  },
  {
    id: "0-log-late",
    what: { en: "The log comes five seconds late.", fr: "Le journal arrive avec cinq secondes de retard." },
    breaks: ["0-target/log-is-this-brokers"],
    log: () => late(5000),
  },
];
