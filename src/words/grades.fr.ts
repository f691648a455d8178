/** Les mots des rapports sur les réponses écrites. */
import type { gradesEn } from "./grades.en";

const s = (n: number, one: string, many = `${one}s`) => `${n} ${n < 2 ? one : many}`;

export const gradesFr: typeof gradesEn = {
  outcomes: {
    right: "juste",
    partly: "en partie juste",
    wrong: "pas encore",
    teacher: "votre enseignant la lira",
    ungradable: "impossible à noter",
    blank: "rien d'écrit",
    noted: "notée",
  },
  settled: {
    right: "juste",
    partly: "en partie juste",
    wrong: "faux",
    teacher: "encore à lire",
    ungradable: "impossible à noter",
    blank: "rien d'écrit",
    noted: "notée",
  },
  page: {
    kind: "TP MQTT · réponses écrites",
    title: (name: string) => `${name} : réponses au TP MQTT`,
    nameless: (id: string) => `Aucun nom sur la feuille (${id})`,
    number: (number: string) => `N° ${number}`,
    outOf: (max: string) => `points sur ${max}`,
    points: (points: string, max: string) => `${points} sur ${max}`,
    of: (points: string, max: string) => `${points} / ${max}`,
    waiting: (n: number) =>
      `${s(n, "réponse")} ${n < 2 ? "doit encore être lue" : "doivent encore être lues"} par l'enseignant : le total peut encore monter.`,
    before:
      "Les notes ne sont pas encore publiées. Cette page montre ce que vous avez rendu et ce que l'on peut déjà en dire.",
    refused: "Ce travail n'a pas pu être noté.",
    problems: "À propos de la feuille",
    at: (line: number, column: number) => `ligne ${line}, colonne ${column} :`,
    overview: "Section par section",
    sectionColumn: "Section",
    answersColumn: "Réponses",
    pointsColumn: "Points",
    section: (section: string) => `Section ${section}`,
    places: { answer: "Réponse", excerpt: "Extrait du journal", commands: "Commandes" },
    reasons: "Pourquoi",
    note: "De l'enseignant :",
    hint: "Où regarder :",
  },
  classPage: {
    title: "La classe : réponses écrites au TP MQTT",
    forYou: "Pour l'enseignant : cette page contient les justifications, donc le corrigé.",
    shown: {
      before: "Les pages des étudiants ne montrent pas encore les points.",
      points: "Les pages des étudiants montrent les points, sans les justifications.",
      reasons: "Les pages des étudiants montrent les points et les justifications.",
    },
    numbers: {
      graded: "Travaux notés",
      of: (n: number, all: number) => `${n} sur ${all}`,
      mean: "Moyenne",
      median: "Médiane",
      max: "Total des points",
      waiting: "Réponses à lire",
      broker: "Corrigé relevé sur",
    },
    distribution: {
      title: "Nombre de travaux selon les points.",
      range: (from: string, to: string, n: number) => `de ${from} à ${to} points : ${n}`,
      waiting: "Les réponses encore à lire ne comptent pas encore.",
    },
    waiting: (n: number) => `${s(n, "réponse")} à lire`,
    waitingHow:
      "Les réponses identiques ne sont montrées qu'une fois. Chaque nom mène à la réponse, sur la page de l'étudiant.",
    toRead: (answers: number, students: number) =>
      answers === students
        ? s(answers, "réponse")
        : `${s(answers, "réponse")}, de ${s(students, "étudiant")}`,
    andMore: (n: number) => `et ${s(n, "autre")}`,
    refused: "Travaux non notés",
    questions: "Les questions qui posent problème",
    worstFirst: "D'abord celles qui ont rapporté le moins de points.",
    parts: {
      right: "juste",
      partly: "en partie juste",
      wrong: "faux",
      blank: "sans réponse",
      open: "en suspens",
    },
    times: (n: number) => `${n} ×`,
    alike: "Ressemblances",
    alikeHow:
      "On voit ici ce qui est identique, pas pourquoi : des étudiants ont pu travailler ensemble, ou voir les lignes du même client.",
    sheetsAlike: (share: string | undefined) =>
      share === undefined
        ? "leurs feuilles sont presque identiques"
        : `${share} des mots de leurs feuilles sont les mêmes`,
    excerptAlike: (question: string) => `les mêmes lignes du journal dans ${question}`,
    colon: " : ",
    students: "Travaux rendus",
    studentsHow: "Chaque nom mène à la page que l'étudiant peut recevoir.",
    studentColumns: { name: "Nom", number: "Numéro", points: "Points", waiting: "À lire" },
    notGraded: "non noté",
  },
  table: {
    id: "identifiant",
    name: "nom",
    number: "numéro",
    points: "points",
    max: "maximum",
    waiting: "à lire",
    maxima: "maximum",
  },
  worth: (max: string) => `Elle rapporte jusqu'à ${max} points.`,
  sheet: "feuille de réponses",
  worksheet: {
    foreign:
      "Ce n'est pas la feuille d'évaluation d'un devoir Moodle : il y manque les colonnes « Identifiant » et « Note » (ou « Identifier » et « Grade »).",
    unreadable: (line: number) =>
      `La feuille d'évaluation ne se lit pas comme un tableau : voyez la ligne ${line}.`,
    filled: (n: number, all: number) =>
      `Feuille Moodle : ${n} ${n < 2 ? "note inscrite" : "notes inscrites"} sur ${all}.`,
    waiting: (names: string, n: number) =>
      `Aucune note n'est inscrite pour ${s(n, "étudiant")} dont des réponses restent à lire, ou n'ont pas pu être lues : ${names}.`,
    refused: (names: string, n: number) =>
      `Aucune note n'est inscrite pour ${n} ${n < 2 ? "travail qui n'a pas pu être noté" : "travaux qui n'ont pas pu être notés"} : ${names}.`,
    missing: (names: string, n: number) =>
      `${n} ${n < 2 ? "travail introuvable" : "travaux introuvables"} sur la feuille Moodle : ${names}.`,
    ambiguous: (names: string, n: number) =>
      `${n} ${n < 2 ? "travail laissé" : "travaux laissés"} de côté, car plusieurs lignes de la feuille conviennent, ou une même ligne pour plusieurs : ${names}.`,
    locked: (names: string, n: number) =>
      `${n} ${n < 2 ? "note que Moodle ne permet pas de modifier, laissée telle quelle" : "notes que Moodle ne permet pas de modifier, laissées telles quelles"} : ${names}.`,
    unscaled: (names: string, n: number) =>
      `Aucune note n'est inscrite sur ${s(n, "ligne")} dont la note maximale n'est pas un nombre : ${names}.`,
    absent: (names: string, n: number) => `${s(n, "ligne")} de la feuille sans travail ici : ${names}.`,
    replaced: (names: string, n: number) =>
      `${n} ${n < 2 ? "commentaire déjà présent dans Moodle est remplacé" : "commentaires déjà présents dans Moodle sont remplacés"} : ${names}.`,
    nought: (names: string, n: number) =>
      `${s(n, "note")} de 0 : certaines versions de Moodle les ignorent au dépôt de la feuille, à vérifier : ${names}.`,
    more: (n: number) => `et ${s(n, "autre")}`,
  },
  since: {
    title: "Ce qui a changé depuis la dernière notation",
    unread: (where: string) =>
      `Ce grades.json ne vient pas de tp-mqtt grade, ou il est abîmé : ${where} n'est pas comme attendu.`,
    notJson: "Ce grades.json ne vient pas de tp-mqtt grade, ou il est abîmé : ce n'est pas du JSON.",
    newer: (version: string) =>
      `Ce grades.json est en version ${version}, que cette version de tp-mqtt ne connaît pas.`,
    nothing: "Rien n'a changé : mêmes réponses, mêmes points, mêmes justifications.",
    summary: (gain: number, lose: number, same: number) =>
      `${s(gain, "étudiant")} avec plus de points, ${lose} avec moins, ${same} avec autant.`,
    waiting: (newly: number, decided: number) =>
      `${s(newly, "réponse")} ${newly < 2 ? "est désormais" : "sont désormais"} à lire par l'enseignant, ${decided} ${decided < 2 ? "est maintenant décidée" : "sont maintenant décidées"}.`,
    reasons: (n: number) => `${s(n, "réponse")} avec d'autres justifications, mais autant de points.`,
    broker: (before: string, after: string) =>
      `Le corrigé était relevé sur Mosquitto ${before}, il l'est maintenant sur ${after}.`,
    otherReasons: "autres justifications, autant de points",
    gains: "Plus de points",
    loses: "Moins de points",
    others: "Autant de points",
    fresh: "Nouveaux travaux",
    gone: "Travaux disparus",
    questions: "Question par question",
    onQuestion: (up: number, down: number) => `${up} en hausse, ${down} en baisse`,
    colon: " : ",
    unknown: "–",
    absent: "absent",
    causes: {
      submission: "une autre réponse a été rendue",
      decision: "l'enseignant a décidé",
      rubric: "même réponse, notée autrement",
    },
    columns: {
      id: "identifiant",
      name: "nom",
      question: "question",
      cause: "pourquoi",
      outcomeBefore: "résultat avant",
      outcomeAfter: "résultat maintenant",
      before: "points avant",
      after: "points maintenant",
      difference: "écart",
    },
  },
};
