/** What can be wrong with a sheet, one sentence each, which says what to do. */
import { phrase, type Text } from "../../../words/text";

export const WHOLE = {
  tooLong: {
    en: "This sheet is longer than 2 MB or 40,000 lines, too long to be read; keep of the log only the lines that a question asks for.",
    fr: "Cette feuille dépasse 2 Mo ou 40 000 lignes, elle est trop longue pour être lue ; ne gardez des logs que les lignes demandées.",
  },
  noText: {
    en: "This is not a text file (Word, PDF or an archive, perhaps); hand in the sheet as tp-mqtt sheet wrote it, filled in with a text editor.",
    fr: "Ce n’est pas un fichier texte (peut-être Word, PDF ou une archive) ; rendez la feuille écrite par tp-mqtt sheet, remplie avec un éditeur de texte.",
  },
  noQuestion: {
    en: "No question of the lab was found in this file; fill in the sheet that tp-mqtt sheet writes, and leave its question identifiers as they are.",
    fr: "Aucune question du TP n’a été trouvée dans ce fichier ; remplissez la feuille qu’écrit tp-mqtt sheet et laissez les identifiants des questions tels quels.",
  },
  version: (written: string): Text => ({
    en: `This sheet says that it is of version “${written}” and only version 1 can be read; take a sheet that this tp-mqtt wrote.`,
    fr: `Cette feuille indique la version « ${written} » et seule la version 1 peut être lue ; prenez une feuille écrite par ce tp-mqtt.`,
  }),
} as const;

export const HARMLESS = {
  before: {
    en: "This line belongs to no question and is not read; begin it with # or delete it.",
    fr: "Cette ligne n’appartient à aucune question et n’est pas lue ; commencez-la par # ou supprimez-la.",
  },
  comment: {
    en: "This line begins with # and is not read; if it belongs to the answer, indent it like the other lines.",
    fr: "Cette ligne commence par # et n’est pas lue ; si elle fait partie de la réponse, mettez-la en retrait comme les autres.",
  },
  misspelt: (written: string, meant: string): Text => ({
    en: `“${written}” is read as “${meant}”; write it so.`,
    fr: `« ${written} » est lu comme « ${meant} » ; écrivez-le ainsi.`,
  }),
  dropped: (id: string): Text => ({
    en: `The question ${id} is not asked in this class; what is written here is not graded.`,
    fr: `La question ${id} n’est pas posée dans cette classe ; ce qui est écrit ici n’est pas noté.`,
  }),
  twiceBlank: (id: string, line: number): Text => ({
    en: `The question ${id} stands here again, and on line ${line}; only the one that is filled in counts.`,
    fr: `La question ${id} figure une seconde fois ici, et à la ligne ${line} ; seule celle qui est remplie compte.`,
  }),
} as const;

export const QUESTION = {
  twice: (id: string, line: number): Text => ({
    en: `The question ${id} is already answered on line ${line}; keep one of the two.`,
    fr: `La question ${id} a déjà une réponse à la ligne ${line} ; gardez l’une des deux.`,
  }),
  partTwice: (key: string): Text => ({
    en: `“${key}” stands twice in this question; keep one of the two.`,
    fr: `« ${key} » figure deux fois dans cette question ; gardez l’un des deux.`,
  }),
  tooLong: {
    en: "This text is longer than 64 KB, too long for an answer; keep only what the question asks for.",
    fr: "Ce texte dépasse 64 Ko, c’est trop pour une réponse ; ne gardez que ce que la question demande.",
  },
  indented: (id: string): Text => ({
    en: `“${id}:” must begin at the very left of its line.`,
    fr: `« ${id}: » doit commencer tout à gauche de sa ligne.`,
  }),
  comment: {
    en: "This line begins with #, so the answer is empty; if it is the answer, indent it by four spaces.",
    fr: "Cette ligne commence par #, la réponse est donc vide ; si c’est la réponse, mettez-la en retrait de quatre espaces.",
  },
  above: (key: string): Text => ({
    en: `Text stands above “${key}” and below it; keep one of the two.`,
    fr: `Du texte figure au-dessus de « ${key} » et en dessous ; gardez l’un des deux.`,
  }),
  braces: {
    en: "An answer in braces is not read; write each key on a line of its own, and its text below.",
    fr: "Une réponse entre accolades n’est pas lue ; écrivez chaque clé sur sa propre ligne, et son texte en dessous.",
  },
  openFence: {
    en: "The block that begins here has no end; close it with ``` on a line of its own.",
    fr: "Le bloc qui commence ici n’a pas de fin ; fermez-le par ``` sur une ligne à part.",
  },
} as const;

export function unknownId(id: string, near: string | undefined): Text {
  return phrase`${{ en: "There is no question", fr: "Il n’y a pas de question" }} ${id}${
    near === undefined
      ? { en: "; what is written here is not graded.", fr: " ; ce qui est écrit ici n’est pas noté." }
      : {
          en: `; if ${near} is meant, write that identifier.`,
          fr: ` ; s’il s’agit de ${near}, écrivez cet identifiant.`,
        }
  }`;
}
