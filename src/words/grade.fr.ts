/** Les mots de `tp-mqtt grade`. */
import type { gradeEn } from "./grade.en";

export const gradeFr: typeof gradeEn = {
  flags: {
    lang: "fr ou en (par défaut : selon le système)",
    help: "cette aide",
  },
  notes: ["Code de sortie : 0."],
};
