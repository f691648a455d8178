/** Les mots de `tp-mqtt sheet`. */
import type { sheetEn } from "./sheet.en";

export const sheetFr: typeof sheetEn = {
  flags: {
    lang: "fr ou en (par défaut : selon le système)",
    help: "cette aide",
  },
  notes: ["Code de sortie : 0."],
};
