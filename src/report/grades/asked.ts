/** What a question asks, as its reader sees it: put into shape once, and not for every student and report again. */
import { inLang, type Lang, type Text } from "../../words/text";
import type { SeenQuestion } from "./visibility";

const KNOWN: Readonly<Record<Lang, WeakMap<Text, string>>> = { en: new WeakMap(), fr: new WeakMap() };

export function askedIn(lang: Lang, { asks }: Pick<SeenQuestion, "asks">): string {
  const known = KNOWN[lang].get(asks);
  if (known !== undefined) return known;
  const text = inLang(asks, lang);
  KNOWN[lang].set(asks, text);
  return text;
}
