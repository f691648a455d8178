/** Les mots de `tp-mqtt check`. */
import type { checkEn } from "./check.en";

export const checkFr: typeof checkEn = {
  flags: {
    lang: "fr ou en (par défaut : selon le système)",
    help: "cette aide",
  },
  notes: ["Code de sortie : 0."],
};
