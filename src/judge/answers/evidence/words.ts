/** What is said about a student's evidence. */
import type { Text } from "../../../words/text";

export const WORDS = {
  expected: { en: "expected: ", fr: "attendu : " },
  found: { en: "; in the excerpt: ", fr: " ; dans l’extrait : " },
  noSuchLine: { en: "no such line", fr: "aucune ligne de ce genre" },
  looseAnswer: {
    en: "behind the PUBLISH stands an acknowledgement that answers no PUBLISH of the excerpt",
    fr: "le PUBLISH est suivi d’un acquittement qui ne répond à aucun PUBLISH de l’extrait",
  },
  acrossConnections: {
    en: "the exchange goes on in another connection of the client",
    fr: "l’échange se poursuit dans une autre connexion du client",
  },
  refused: { en: "the CONNACK refuses the client", fr: "le CONNACK refuse le client" },
  colon: { en: ": ", fr: " : " },
  linesFrom: { en: "; from line ", fr: " ; à partir de la ligne " },
  unknownClients: {
    en: "; no line of the log is about ",
    fr: " ; aucune ligne du journal ne concerne ",
  },
  missing: {
    outside: {
      en: "the excerpt is from a time that the log given does not tell of, so it could not be looked for",
      fr: "l’extrait date d’un moment que le journal fourni ne couvre pas : il n’a pas pu y être recherché",
    },
    absent: {
      en: "these lines are not in the broker’s log",
      fr: "ces lignes ne sont pas dans le journal du broker",
    },
    "other-time": {
      en: "these lines are in the broker’s log, but not at this time",
      fr: "ces lignes sont dans le journal du broker, mais pas à cette heure-là",
    },
    apart: {
      en: "these lines are in the broker’s log, but not in this order in one connection",
      fr: "ces lignes sont dans le journal du broker, mais pas dans cet ordre au sein d’une même connexion",
    },
  },
  notFound: {
    en: "these lines were not found in the broker’s log",
    fr: "ces lignes n’ont pas été trouvées dans le journal du broker",
  },
  strangers: {
    en: "not one of the client identifiers that the student gives: ",
    fr: "ne fait pas partie des identifiants de client que l’étudiant indique : ",
  },
  notYours: {
    en: "what the excerpt shows is of a client whose identifier you have not given on the sheet",
    fr: "ce que montre l’extrait concerne un client dont vous n’avez pas donné l’identifiant sur la feuille",
  },
  unlikely: {
    en: "some lines of the excerpt do not go together, or are not as the broker writes them: copy them from the log without changing anything",
    fr: "des lignes de l’extrait ne vont pas ensemble, ou ne sont pas telles que le broker les écrit : copiez-les depuis le journal sans rien changer",
  },
  noLog: {
    en: "this is not a line of a Mosquitto log",
    fr: "ceci n’est pas une ligne du journal de Mosquitto",
  },
  endMissing: { en: "the end of this line is missing", fr: "il manque la fin de cette ligne" },
  leftOut: {
    en: "what is not a line of a Mosquitto log was left out, from here on: ",
    fr: "ce qui n’est pas une ligne du journal de Mosquitto a été laissé de côté, à partir d’ici : ",
  },
  joined: {
    en: "lines that had been broken were put together again, from here on",
    fr: "des lignes coupées en plusieurs morceaux ont été recollées, à partir d’ici",
  },
  shownOf: { en: "shown, of ", fr: "montré, pour " },
  notShown: { en: "not shown", fr: "non montré" },
  incomplete: { en: "the exchange is not complete", fr: "l’échange n’est pas complet" },
  nothing: { en: "nothing in the excerpt shows it", fr: "rien dans l’extrait ne le montre" },
  notOne: {
    en: "the lines are not all of the same client",
    fr: "les lignes ne sont pas toutes du même client",
  },
  odd: {
    form: {
      en: "no version of Mosquitto writes a line of that form",
      fr: "aucune version de Mosquitto n’écrit une ligne de cette forme",
    },
    direction: {
      en: "a broker never logs that packet in this direction",
      fr: "un broker n’écrit jamais ce paquet dans ce sens",
    },
    p: { en: "no version of Mosquitto prints that p", fr: "aucune version de Mosquitto n’affiche ce p" },
    level: {
      en: "the QoS and the packet identifier do not go together",
      fr: "la QoS et l’identifiant de paquet ne vont pas ensemble",
    },
    backwards: {
      en: "its time stamp is earlier than that of the line before",
      fr: "son horodatage est antérieur à celui de la ligne précédente",
    },
    order: {
      en: "the answer stands before what it answers",
      fr: "la réponse se trouve avant ce à quoi elle répond",
    },
    packetId: {
      en: "the packet identifier changes within the exchange, or lines between are missing",
      fr: "l’identifiant de paquet change au cours de l’échange, ou des lignes intermédiaires manquent",
    },
  },
} satisfies Record<string, Text | Record<string, Text>>;
