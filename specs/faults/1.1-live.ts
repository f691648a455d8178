import type { Fault } from "./fault";
import { delayLines, dropLines, late, repeatLines } from "./log";

const claim = (id: string) => `1.1-ssh-live/${id}`;
const told = (id: string) => `1.1-ssh-tells-all/${id}`;

/** A forced command that gives on each line at once, changed by a program of sed. */
const through = (program: string) =>
  `tail --pid=$$ -n +1 -s 0.05 -F "$1/log" 2>/dev/null | sed -u '${program}'`;

/** A forced command that leaves lines out. */
const without = (pattern: string) =>
  `tail --pid=$$ -n +1 -s 0.05 -F "$1/log" 2>/dev/null | grep --line-buffered -v '${pattern}'`;

const live: readonly Fault[] = [
  {
    id: "1.1-late",
    what: { en: "The log comes 2.5 s late.", fr: "Le journal arrive avec 2,5 s de retard." },
    breaks: [claim("within-2-s")],
    log: () => late(2500),
  },
  {
    id: "1.1-too-late",
    what: { en: "The log comes 4 s late.", fr: "Le journal arrive avec 4 s de retard." },
    breaks: ["0-target/log-in-time"],
    beside: ["1.1-ssh-live"],
    log: () => late(4000),
  },
  {
    id: "1.1-now-and-then",
    what: {
      en: "A loop looks at the log every 2.3 s and shows what is new.",
      fr: "Une boucle consulte le journal toutes les 2,3 s et affiche les nouveautés.",
    },
    breaks: [claim("within-2-s"), claim("not-in-blocks")],
    ssh: {
      script: `n=0; while sleep 2.3; do
        m=$(wc -l <"$1/log"); [ "$m" -gt "$n" ] && sed -n "$((n + 1)),\${m}p" "$1/log"; n=$m
      done`,
    },
  },
  {
    id: "1.1-in-blocks",
    what: {
      en: "A pipe holds the lines back until 64 KiB have come together.",
      fr: "Un tube retient les lignes jusqu’à en avoir 64 Kio.",
    },
    breaks: ["0-target/log-in-time"],
    beside: ["1.1-ssh-live"],
    ssh: { script: 'tail --pid=$$ -n +1 -F "$1/log" | dd obs=64K status=none' },
  },
  {
    id: "1.1-lines-lost",
    what: { en: "Lines are lost in a burst.", fr: "Des lignes se perdent dans une rafale." },
    breaks: [claim("burst-complete")],
    log: () => dropLines(/burst\/\d\d77'/),
  },
  {
    id: "1.1-lines-twice",
    what: { en: "Lines come twice.", fr: "Des lignes arrivent en double." },
    breaks: [claim("burst-complete")],
    log: () => repeatLines(/burst\/0\d00'/),
  },
  {
    id: "1.1-lines-out-of-order",
    what: { en: "Lines come in another order.", fr: "Des lignes arrivent dans le désordre." },
    breaks: [claim("burst-in-order")],
    log: () => delayLines(/burst\/1000'/, /burst\/1001'/),
  },
  {
    id: "1.1-lines-cut",
    what: {
      en: "Now and then a line is cut at 90 characters.",
      fr: "De temps en temps, une ligne est coupée à 90 caractères.",
    },
    breaks: [claim("lines-whole"), claim("burst-complete")],
    ssh: { script: through("0~77s/^\\(.\\{90\\}\\).*/\\1/") },
  },
  {
    id: "1.1-lines-glued",
    what: {
      en: "Now and then two lines come as one.",
      fr: "De temps en temps, deux lignes n’en font qu’une.",
    },
    breaks: [claim("lines-whole"), claim("burst-complete")],
    ssh: { script: through("0~50{N;s/\\n//}") },
  },
];

const incomplete: readonly Fault[] = [
  {
    id: "1.1-log-without-packets",
    what: { en: "log_type is left at its default.", fr: "log_type a gardé sa valeur par défaut." },
    breaks: ["0-target/log-has-packets"],
    beside: ["1.1-ssh-tells-all"],
    config: ["log_type error", "log_type warning", "log_type notice", "log_type information"],
  },
  {
    id: "1.1-log-without-pings",
    what: { en: "The pings are filtered out.", fr: "Les pings sont filtrés." },
    breaks: [told("pingreq"), told("pingresp")],
    ssh: { script: without("PING") },
  },
  {
    id: "1.1-log-without-subscribe",
    what: { en: "SUBSCRIBE is filtered out.", fr: "SUBSCRIBE est filtré." },
    breaks: [told("subscribe")],
    ssh: { script: without("Received SUBSCRIBE") },
  },
  {
    id: "1.1-log-without-publish",
    what: { en: "PUBLISH is filtered out.", fr: "PUBLISH est filtré." },
    breaks: [told("publish")],
    ssh: { script: without(" PUBLISH ") },
  },
  {
    id: "1.1-log-without-connack",
    what: { en: "CONNACK is filtered out.", fr: "CONNACK est filtré." },
    breaks: [told("connack")],
    ssh: { script: without(" CONNACK ") },
  },
  {
    id: "1.1-log-without-some-clients",
    what: {
      en: "The connections of some clients are filtered out.",
      fr: "Les connexions de certains clients sont filtrées.",
    },
    breaks: [told("connect")],
    ssh: { script: without("New client connected .*-student") },
  },
];

export const faults: readonly Fault[] = [...live, ...incomplete];
