import type { Fault } from "./fault";
import type { Meddler } from "./relay/meddler";
import { dropLines } from "./log";
import { misdeliver } from "./misdelivery";
import { alter, answer, closeOthers, drop, keepOpen } from "./relay/meddle";
import { together } from "./relay/meddler";

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

export const faults: readonly Fault[] = [
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
