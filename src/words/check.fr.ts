/** Les mots de `tp-mqtt check`. */
import type { checkEn } from "./check.en";

const s = (n: number, one: string, many = `${one}s`) => `${n} ${n < 2 ? one : many}`;

export const checkFr: typeof checkEn = {
  operands: "FEUILLE",
  flags: {
    hint: "une aide pour chaque réponse qui n’est pas encore juste ; --hint ID pour une seule question, répétable",
    only: "seulement les questions dont l’identifiant commence ainsi ; plusieurs avec des virgules, ou en répétant",
    questions: "le fichier de questions de l’enseignant, si la classe en a un",
    "log-file": "le journal du broker lui-même, dans lequel vos extraits sont recherchés",
    ssh: "sinon, un accès qui montre le journal du broker : user@host ou user@host:port",
    "ssh-key": "clé privée pour cet accès",
    "ssh-host-key": "empreinte de la clé de ce serveur, telle qu’elle a été distribuée",
    live: "jouer sur un broker les exercices dont parlent vos réponses, et vos propres filtres, et comparer",
    reports: "dossier pour junit.xml, un cas par question (par défaut : il n’est pas écrit)",
    json: "pour les programmes : un document JSON sur la sortie standard",
    lang: "fr ou en (par défaut : selon le système)",
    help: "cette aide",
  },
  notes: [
    "Les aides montent d’un cran à chaque fois : où regarder, quelle notion, un exemple semblable. Le cran atteint est gardé dans un fichier à côté de la feuille (.FEUILLE.hints.json) ; l’effacer fait seulement recommencer les aides.",
    "--live joue ce qu’il faut sur un broker à part (conteneur, mosquitto de cette machine, ou celui qui est intégré), ou sur celui que --host indique ; --log-file et --ssh donnent alors aussi son journal à l’exécution.",
    "Code de sortie : 0 ce qui a pu être jugé est juste, ou sera lu par l’enseignant ; 1 quelque chose n’est pas encore juste, ou est impossible à noter ; 2 rien n’a pu être jugé.",
  ],
  noAnswers:
    "Indiquez votre feuille de réponses dans TP_ANSWERS : TP_ANSWERS=reponses.yaml npx jest specs/07-answers ; tp-mqtt sheet > reponses.yaml en écrit une vide.",
  badLog: (file: string, why: string) => `Le journal ${file} ne peut pas être lu : ${why}.`,
  noSheet:
    "Quelle feuille faut-il vérifier ? Écrivez tp-mqtt check FEUILLE ; tp-mqtt sheet > FEUILLE en écrit une vide.",
  twoSheets: (first: string, second: string) =>
    `Une seule feuille est vérifiée à la fois, et il y a « ${first} » et « ${second} ».`,
  unreadable: (file: string, why: string) => `La feuille ${file} ne peut pas être lue : ${why}.`,
  nothingSelected: (prefixes: string, near: string) =>
    `Aucune question ne commence par ${prefixes} ; les plus proches sont : ${near}.`,
  unknownQuestion: (id: string, near: string) =>
    `Il n’y a pas de question ${id} pour laquelle donner une aide ; la plus proche est ${near}.`,
  screen: {
    about: "À propos de la feuille",
    hint: (n: number, of: number) => `aide ${n} sur ${of}`,
    lastHint: "C’était la dernière aide : votre enseignant vous aidera à continuer.",
    noHint: {
      right: "Pas besoin d’aide ici.",
      ungradable: "Corrigez d’abord ceci, les aides viennent ensuite.",
    },
    counts: {
      right: (n: number) => s(n, "juste"),
      partly: (n: number) => `${n} en partie`,
      wrong: (n: number) => `${n} pas encore`,
      ungradable: (n: number) => `${n} ${n < 2 ? "impossible" : "impossibles"} à noter`,
      teacher: (n: number) => `${n} à lire par votre enseignant`,
      noted: (n: number) => s(n, "notée"),
      blank: (n: number) => `${s(n, "question")} sans réponse`,
    },
    next: {
      mend: "Corrigez d’abord ce qui est impossible à noter, aux endroits indiqués.",
      hint: "Une aide pour chaque réponse qui n’est pas encore juste : ajoutez --hint ; pour une seule question : --hint ID.",
      noted:
        "Les réponses à choix sont seulement notées : les essayer toutes suffirait sinon à trouver la bonne.",
      blank: "Une question sans réponse ne rapporte rien ; --hint ID aide à commencer.",
      empty: "Rien n’est encore écrit sur cette feuille.",
      handIn: (file: string) => `Il n’y a plus rien à corriger ici : rendez ${file}.`,
    },
    playedOn: (broker: string) => `Joué sur ${broker} : la comparaison porte sur ce que ce broker a fait.`,
    nothingToPlay:
      "Rien sur cette feuille n’a encore pu être joué : elle n’a aucune réponse qu’un broker puisse montrer.",
    fromRecord: (ids: string, broker: string) =>
      `Ce broker n’a pas pu montrer ce que demande${ids.includes(",") ? "nt" : ""} ${ids} ; la comparaison porte sur ce qui a été enregistré de Mosquitto ${broker}.`,
    otherwise: (ids: string) =>
      `Pour ${ids}, ce broker n’a pas fait ce qui avait été enregistré : parlez-en à votre enseignant.`,
    delivered: (filter: string, n: number) =>
      `« ${filter} », joué : ${n} topic${n < 2 ? "" : "s"} de la maison reçu${n < 2 ? "" : "s"}, comme prévu`,
    deliveredOtherwise: (filter: string, n: number, foreseen: number) =>
      `« ${filter} », joué : ${n} topic${n < 2 ? "" : "s"} de la maison reçu${n < 2 ? "" : "s"}, et ${foreseen} attendu${foreseen < 2 ? "" : "s"} ; votre enseignant regardera`,
    notKept: (file: string, why: string) =>
      `Le cran atteint dans les aides n’a pas pu être gardé dans ${file} (${why}) : la prochaine fois, elles recommenceront à la première.`,
  },
};
