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
};
