import type { Fault } from "./fault";
import { changeLines, dropLines } from "./log";
import type { Meddler } from "./relay/meddler";
import { alter, answer, closeOthers, drop, duplicate, injectTo, keepOpen } from "./relay/meddle";
import { together } from "./relay/meddler";

/** The broker's matching is wrong: `role` is sent what was published on a topic that is none of its own. */
function misdeliver(publisher: string, topic: string | RegExp, role: string): Meddler {
  return injectTo(role, { from: "client", type: "PUBLISH", role: publisher, topic }, ({ raw }) => [raw]);
}

/** The broker's matching is wrong the other way: `role` is not sent what it subscribed to. */
function lose(role: string, topic: string | RegExp): Meddler {
  return drop({ from: "broker", type: "PUBLISH", role, topic });
}

const SUBACK_OK = [{ cmd: "suback" as const, messageId: 7, granted: [0] }];

/** The broker takes this forbidden filter. */
function takes(role: string): Meddler {
  return together(
    answer({ from: "client", type: "SUBSCRIBE", role }, SUBACK_OK),
    answer({ from: "client", type: "MALFORMED", role }, SUBACK_OK),
  );
}

/** The broker passes over what this role published, and goes on. */
function ignores(role: string): Meddler {
  return together(
    drop({ from: "client", type: "PUBLISH", role }),
    drop({ from: "client", type: "MALFORMED", role }),
  );
}

const house: readonly Fault[] = [
  {
    id: "6-house-plain-filter-as-prefix",
    what: {
      en: "A filter without wildcards also receives the neighbouring topic.",
      fr: "Un filtre sans joker reçoit aussi le topic voisin.",
    },
    breaks: ["6-house/one-sensor"],
    relay: () => misdeliver("sensors", "chambre_1/humidite", "one-sensor"),
  },
  {
    id: "6-house-room-without-depth",
    what: { en: "maison/salon/# stops at one level.", fr: "maison/salon/# s’arrête à un niveau." },
    breaks: ["6-house/one-room"],
    relay: () => lose("one-room", /\/salon\/prise_1\//),
  },
  {
    id: "6-house-room-twice",
    what: {
      en: "The room’s subscriber is sent a message twice.",
      fr: "L’abonné du salon reçoit un message deux fois.",
    },
    breaks: ["6-house/one-room"],
    relay: () => duplicate({ from: "broker", type: "PUBLISH", role: "one-room", topic: "salon/lumiere" }),
  },
  {
    id: "6-house-garden-in-house",
    what: { en: "maison/# receives the garden too.", fr: "maison/# reçoit aussi le jardin." },
    breaks: ["6-house/whole-house"],
    relay: () => misdeliver("sensors", "jardin/temperature", "whole-house"),
  },
  {
    id: "6-house-plus-as-hash",
    what: {
      en: "maison/+/temperature receives the oven’s temperature, a level deeper.",
      fr: "maison/+/temperature reçoit la température du four, un niveau plus bas.",
    },
    breaks: ["6-house/temperatures"],
    relay: () => misdeliver("sensors", "four/temperature", "temperatures"),
  },
  {
    id: "6-house-values-mixed-up",
    what: { en: "A delivery carries another value.", fr: "Une livraison porte une autre valeur." },
    breaks: ["6-house/content", "6-house/log-tells-wire"],
    relay: () =>
      alter({ from: "broker", type: "PUBLISH", role: "whole-house", topic: "cuisine/fumee" }, (draft) => {
        draft.payload = "1";
      }),
  },
  {
    id: "6-house-log-without-a-delivery",
    what: { en: "The log leaves a delivery out.", fr: "Le journal omet une livraison." },
    breaks: ["6-house/in-the-log", "6-house/log-tells-wire"],
    log: () => dropLines(/Sending PUBLISH to \S+-temperatures .*chambre_2\/temperature/),
  },
];

const wildcards: readonly Fault[] = [
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

const invalid: readonly Fault[] = [
  {
    id: "6-takes-hash-anywhere",
    what: {
      en: "The broker takes # before the end of a filter.",
      fr: "Le broker accepte # avant la fin d’un filtre.",
    },
    breaks: ["6-invalid-filters/hash-misplaced"],
    relay: () => takes("inner-hash"),
  },
  {
    id: "6-takes-glued-plus",
    what: {
      en: "The broker takes + as a part of a level.",
      fr: "Le broker accepte + comme partie d’un niveau.",
    },
    breaks: ["6-invalid-filters/plus-misplaced"],
    relay: () => takes("glued-plus"),
  },
  {
    id: "6-takes-empty-filter",
    what: { en: "The broker takes an empty filter.", fr: "Le broker accepte un filtre vide." },
    breaks: ["6-invalid-filters/empty-filter"],
    relay: () => takes("no-filter"),
  },
  {
    id: "6-takes-nul-in-filter",
    what: { en: "The broker takes U+0000 in a filter.", fr: "Le broker accepte U+0000 dans un filtre." },
    breaks: ["6-invalid-filters/nul-in-filter"],
    relay: () => takes("nul-filter"),
  },
  {
    id: "6-filter-never-answered",
    what: {
      en: "A forbidden filter is neither answered nor is the connection closed.",
      fr: "Un filtre interdit ne reçoit pas de réponse, et la connexion n’est pas fermée.",
    },
    breaks: ["6-invalid-filters/hash-misplaced"],
    relay: () => keepOpen("broker", "glued-hash"),
  },
  {
    id: "6-takes-wildcard-name",
    what: {
      en: "A PUBLISH to a name with a wildcard is passed over in silence.",
      fr: "Un PUBLISH vers un nom avec joker est ignoré en silence.",
    },
    breaks: ["6-invalid-filters/wildcard-in-name"],
    relay: () => ignores("name-plus"),
  },
  {
    id: "6-takes-empty-name",
    what: {
      en: "A PUBLISH without a topic name is passed over.",
      fr: "Un PUBLISH sans nom de topic est ignoré.",
    },
    breaks: ["6-invalid-filters/empty-name"],
    relay: () => ignores("no-name"),
  },
  {
    id: "6-takes-nul-in-name",
    what: {
      en: "A PUBLISH to a name with U+0000 is passed over.",
      fr: "Un PUBLISH vers un nom avec U+0000 est ignoré.",
    },
    breaks: ["6-invalid-filters/nul-in-name"],
    relay: () => ignores("nul-name"),
  },
  {
    id: "6-closes-valid-too",
    what: {
      en: "The connection with the valid filter is closed as well.",
      fr: "La connexion au filtre valide est fermée elle aussi.",
    },
    breaks: ["6-invalid-filters/valid-accepted", "6-invalid-filters/hash-misplaced"],
    relay: () => closeOthers("valid", { from: "client", type: "PUBLISH", role: "bait", nth: 1 }),
  },
  {
    id: "6-refuses-valid-filter",
    what: { en: "The valid filter is refused.", fr: "Le filtre valide est refusé." },
    breaks: ["6-invalid-filters/valid-accepted"],
    relay: () =>
      alter({ from: "broker", type: "SUBACK", role: "valid" }, (draft) => {
        draft.granted = [0x80];
      }),
  },
  {
    id: "6-delivers-for-refused-filter",
    what: {
      en: "A client whose filter was refused with 128 is sent messages all the same.",
      fr: "Un client dont le filtre a été refusé par 128 reçoit quand même des messages.",
    },
    breaks: ["6-invalid-filters/nothing-delivered"],
    relay: () =>
      together(
        answer({ from: "client", type: "SUBSCRIBE", role: "glued-plus" }, [
          { cmd: "suback", messageId: 7, granted: [0x80] },
        ]),
        misdeliver("bait", "ab", "glued-plus"),
      ),
  },
  {
    id: "6-delivers-refused-publish",
    what: {
      en: "The message of a refused PUBLISH is delivered before the connection is closed.",
      fr: "Le message d’un PUBLISH refusé est livré avant la fermeture de la connexion.",
    },
    breaks: ["6-invalid-filters/nothing-delivered"],
    relay: () => misdeliver("name-hash", /#$/, "witness"),
  },
  {
    id: "6-log-without-refusals",
    what: {
      en: "The log does not tell why clients were disconnected.",
      fr: "Le journal ne dit pas pourquoi des clients ont été déconnectés.",
    },
    breaks: ["6-invalid-filters/logged"],
    log: () => dropLines(/due to|protocol error|malformed/i),
  },
];

export const faults: readonly Fault[] = [...house, ...wildcards, ...invalid];
