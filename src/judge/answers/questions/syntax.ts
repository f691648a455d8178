/** What a teacher is told whose file is no YAML. */
import type { Text } from "../../../words/text";
import type { MistakeKind } from "./yaml/mistake";

export const SYNTAX: Readonly<Record<MistakeKind, Text>> = {
  tab: {
    en: "this line is indented with a tab; use spaces",
    fr: "cette ligne est indentée par une tabulation ; utilisez des espaces",
  },
  quote: {
    en: "a quotation mark is opened here and not closed",
    fr: "un guillemet est ouvert ici et n’est pas refermé",
  },
  bracket: {
    en: "a bracket is opened here and not closed",
    fr: "un crochet ou une accolade est ouvert ici et n’est pas refermé",
  },
  colon: {
    en: "a text with a colon and a space in it must stand in quotation marks",
    fr: "un texte qui contient deux-points et une espace doit être entre guillemets",
  },
  beginning: {
    en: "this text has to stand in quotation marks as a whole",
    fr: "ce texte doit être mis en entier entre guillemets",
  },
  beside: {
    en: "nothing may follow | or > on the same line; write the text below, indented",
    fr: "rien ne doit suivre | ou > sur la même ligne ; écrivez le texte en dessous, en retrait",
  },
  indent: {
    en: "this line begins too far to the left or right, or lacks its colon",
    fr: "cette ligne commence trop à gauche ou trop à droite, ou il lui manque ses deux-points",
  },
  nested: {
    en: "lists or keys are nested too deeply here",
    fr: "des listes ou des clés sont imbriquées trop profondément ici",
  },
  other: {
    en: "from here on this is not YAML",
    fr: "à partir d’ici, ce n’est pas du YAML",
  },
};
