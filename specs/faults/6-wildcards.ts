import type { Fault } from "./fault";
import { changeLines } from "./log";
import { lose, misdeliver } from "./misdelivery";
import { alter, drop, duplicate, injectTo } from "./relay/meddle";
import { together } from "./relay/meddler";

export const faults: readonly Fault[] = [
  {
    id: "6-plus-spans-levels",
    what: { en: "+ stands for two levels.", fr: "+ remplace deux niveaux." },
    breaks: ["6-wildcards/plus-one-level"],
    relay: () => misdeliver("writer", "plus/salon/prise/etat", "reader"),
  },
  {
    id: "6-plus-refuses-empty-level",
    what: { en: "+ does not stand for an empty level.", fr: "+ ne remplace pas un niveau vide." },
    breaks: ["6-wildcards/plus-empty-level"],
    relay: () => lose("reader", /\/empty\/\/b$|\/tail\/$|^\/.*\/lead$/),
  },
  {
    id: "6-slashes-trimmed",
    what: {
      en: "Slashes at the ends of a topic are cut off.",
      fr: "Les barres obliques aux extrémités sont supprimées.",
    },
    breaks: ["6-wildcards/slash-counts"],
    relay: () => misdeliver("writer", /\/slash\/$/, "reader"),
  },
  {
    id: "6-hash-one-level",
    what: { en: "# stands for one level only.", fr: "# ne remplace qu’un seul niveau." },
    breaks: ["6-wildcards/hash-any-depth"],
    relay: () => lose("reader", "deep/a/b/c"),
  },
  {
    id: "6-hash-by-prefix",
    what: {
      en: "# compares characters instead of levels.",
      fr: "# compare des caractères au lieu de niveaux.",
    },
    breaks: ["6-wildcards/hash-any-depth"],
    relay: () => misdeliver("writer", "deeper", "reader"),
  },
  {
    id: "6-hash-without-parent",
    what: { en: "# leaves its parent out.", fr: "# oublie le niveau parent." },
    breaks: ["6-wildcards/hash-parent"],
    relay: () => lose("reader", "parent"),
  },
  {
    id: "6-case-folded",
    what: {
      en: "Topics are compared without regard to case.",
      fr: "Les topics sont comparés sans tenir compte de la casse.",
    },
    breaks: ["6-wildcards/characters-count"],
    relay: () => misdeliver("writer", "case/SALON", "reader"),
  },
  {
    id: "6-accented-case-folded",
    what: {
      en: "Accented letters are compared without regard to case.",
      fr: "Les lettres accentuées sont comparées sans tenir compte de la casse.",
    },
    breaks: ["6-wildcards/characters-count"],
    relay: () => misdeliver("writer", "accent/ÉTÉ", "reader"),
  },
  {
    id: "6-long-topic-lost",
    what: {
      en: "Messages on topics of more than 255 bytes get lost.",
      fr: "Les messages sur des topics de plus de 255 octets se perdent.",
    },
    breaks: ["6-wildcards/characters-count"],
    relay: () => lose("reader", /.{256}/),
  },
  {
    id: "6-spaces-trimmed",
    what: {
      en: "Spaces at the end of a topic are cut off.",
      fr: "Les espaces en fin de topic sont supprimées.",
    },
    breaks: ["6-wildcards/characters-count"],
    relay: () => misdeliver("writer", "space/salle de bain ", "reader"),
  },
  {
    id: "6-accents-normalised",
    what: { en: "Accented letters are normalised.", fr: "Les lettres accentuées sont normalisées." },
    breaks: ["6-wildcards/characters-count"],
    relay: () => misdeliver("writer", /accent\/e\u0301/, "reader"),
  },
  {
    id: "6-hash-sees-dollar",
    what: { en: "# receives topics with $.", fr: "# reçoit les topics avec $." },
    breaks: ["6-wildcards/hash-hides-dollar"],
    relay: () => misdeliver("crier", /^\$/, "hash"),
  },
  {
    id: "6-hash-sees-sys",
    what: { en: "# receives $SYS.", fr: "# reçoit $SYS." },
    breaks: ["6-wildcards/hash-hides-dollar"],
    relay: () =>
      injectTo("hash", { from: "client", type: "PUBLISH", role: "crier" }, [
        {
          cmd: "publish",
          topic: "$SYS/broker/uptime",
          payload: "1 seconds",
          qos: 0,
          dup: false,
          retain: true,
        },
      ]),
  },
  {
    id: "6-plus-sees-dollar",
    what: { en: "+ at the root receives topics with $.", fr: "+ à la racine reçoit les topics avec $." },
    breaks: ["6-wildcards/plus-hides-dollar"],
    relay: () => misdeliver("crier", /^\$/, "plus"),
  },
  {
    id: "6-root-wildcards-deaf",
    what: {
      en: "Wildcards at the root receive nothing at all.",
      fr: "Les jokers à la racine ne reçoivent rien du tout.",
    },
    breaks: ["6-wildcards/hash-hides-dollar", "6-wildcards/plus-hides-dollar"],
    relay: () => together(lose("hash", "root"), lose("plus", "root")),
  },
  {
    id: "6-generated-one-lost",
    what: { en: "One in hundreds of deliveries is missing.", fr: "Une livraison sur des centaines manque." },
    breaks: ["6-wildcards/generated"],
    relay: () => drop({ from: "broker", type: "PUBLISH", role: "reader", topic: /\/g\d+\//, nth: 50 }),
  },
  {
    id: "6-generated-one-twice",
    what: {
      en: "One in hundreds of deliveries comes twice.",
      fr: "Une livraison sur des centaines arrive deux fois.",
    },
    breaks: ["6-wildcards/generated"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "reader", topic: /\/g\d+\//, nth: 50 }),
  },
  {
    id: "6-payload-changed",
    what: { en: "A delivery has lost its payload.", fr: "Une livraison a perdu son contenu." },
    breaks: ["6-wildcards/content"],
    relay: () =>
      alter({ from: "broker", type: "PUBLISH", role: "reader", nth: 3 }, (draft) => {
        draft.payload = "";
      }),
  },
  {
    id: "6-log-filters-changed",
    what: { en: "The log writes filters without their #.", fr: "Le journal écrit les filtres sans leur #." },
    breaks: ["6-wildcards/log-tells-wire"],
    log: () => changeLines(/\/deep\/#/, "/deep"),
  },
];
