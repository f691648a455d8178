/** Les mots des rapports sur les réponses écrites. */
import type { gradesEn } from "./grades.en";

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
};
