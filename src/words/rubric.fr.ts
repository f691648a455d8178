/** Les mots de `tp-mqtt rubric`. */
import type { rubricEn } from "./rubric.en";

export const rubricFr: typeof rubricEn = {
  operands: "test [FICHIER.jsonl]",
  flags: {
    json: "un objet JSON, pour les programmes",
    lang: "fr ou en (par défaut : selon le système)",
    help: "cette aide",
  },
  notes: [
    "FICHIER contient une réponse notée par ligne : { q, lang, text, points }. Sans FICHIER, celles du projet sont notées, fixtures/answers/.",
    "Code de sortie : 0 les réponses ont été notées, 2 elles n'ont pas pu être lues.",
  ],
  unknownAction: (action: string) =>
    `« rubric ${action} » n'existe pas ; vouliez-vous dire « rubric test » ?`,
  stray: (argument: string) => `« ${argument} » est de trop : rubric test prend un seul fichier.`,
  unreadable: (file: string, why: string) => `Impossible de lire les réponses ${file} : ${why}.`,
  nothing: (file: string) => `${file} ne contient aucune réponse.`,
  total: "toutes",
  columns: {
    question: "question",
    n: "n",
    decided: "décidées",
    exact: "exactes",
    offByTwo: "écart de 2",
    over: "trop",
    under: "trop peu",
    teacher: "enseignant",
    kappa: "kappa",
  },
  rule: "règle",
  rules: "Effet de chaque règle",
  wrong: (n: number) => (n === 1 ? "1 réponse mal notée" : `${n} réponses mal notées`),
  waiting: (n: number) =>
    n === 1 ? "1 réponse laissée à l'enseignant" : `${n} réponses laissées à l'enseignant`,
  outOfSight: "les réponses des fichiers à ne pas regarder sont seulement comptées",
  marks: (points: number, marked: number) => `${points} au lieu de ${marked}`,
};
