/** What a sheet says above the place for an answer. */
import { inLang, type Lang } from "../../../words/text";
import { wordsOf } from "../../../words/words";
import type { SheetQuestion } from "../question";
import { PARTS, type Part } from "./keys";

/** The question, and what there is to choose from: a paragraph each. */
export function wordingOf(question: SheetQuestion, lang: Lang): readonly string[] {
  const { colon } = wordsOf(lang).report;
  const options = question.kind === "choice" ? Object.entries(question.options) : [];
  return [
    inLang(question.asks, lang),
    ...options.map(([key, text]) => `${key}${colon}${inLang(text, lang)}`),
  ];
}

/** The places that it has on the sheet. */
export function partsOf(question: SheetQuestion): readonly Part[] {
  const main = question.kind === "excerpt" || question.kind === "commands" ? question.kind : "answer";
  const places: readonly Part[] = question.places ?? [];
  return PARTS.filter((part) => part === main || places.includes(part));
}
