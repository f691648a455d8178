/** What a student is told whose sheet is no YAML at some place. */
import type { Text } from "../../../../words/text";
import type { MistakeKind } from "./mistake";

const BELOW: Text = {
  en: "write | after the key and the text below, indented by four spaces.",
  fr: "écrivez | après la clé, et le texte en dessous, en retrait de quatre espaces.",
};

function below(en: string, fr: string): Text {
  return { en: `${en}; ${BELOW.en}`, fr: `${fr} ; ${BELOW.fr}` };
}

export const SENTENCES: Readonly<Record<MistakeKind, Text>> = {
  tab: {
    en: "This line is indented with a tab, which cannot be read; use spaces, four before each line of a text.",
    fr: "Cette ligne est indentée par une tabulation, ce qui ne peut pas être lu ; utilisez des espaces, quatre devant chaque ligne d’un texte.",
  },
  quote: below(
    "A quotation mark is opened here and not closed",
    "Un guillemet est ouvert ici et n’est pas refermé",
  ),
  bracket: below(
    "A bracket is opened here and not closed",
    "Un crochet ou une accolade est ouvert ici sans être refermé",
  ),
  colon: below(
    "A text with a colon in it cannot stand on the line of its key",
    "Un texte qui contient deux-points ne peut pas figurer sur la ligne de sa clé",
  ),
  beginning: below(
    "A text with these characters cannot stand on the line of its key",
    "Un texte avec ces caractères ne peut pas figurer sur la ligne de sa clé",
  ),
  beside: {
    en: "Nothing of the text may stand beside the |; write it on the lines below, indented by four spaces.",
    fr: "Rien du texte ne doit figurer à côté du | ; écrivez-le sur les lignes suivantes, en retrait de quatre espaces.",
  },
  indent: {
    en: "This line begins too far to the left or to the right; a key is indented by two spaces and ends in a colon, each line of a text by four.",
    fr: "Cette ligne commence trop à gauche ou trop à droite ; une clé est en retrait de deux espaces et se termine par deux-points, chaque ligne d’un texte de quatre.",
  },
  nested: below("This is nested too deeply to be read", "L’imbrication est trop profonde pour être lue"),
  other: below("From here on this cannot be read", "À partir d’ici, le texte est illisible"),
};
