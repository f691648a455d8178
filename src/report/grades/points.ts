/** Points as each language writes them: at most two decimals, none that are nought. */
import type { Lang } from "../../words/text";

const FORMATS: Readonly<Record<Lang, Intl.NumberFormat>> = { en: formatOf("en"), fr: formatOf("fr") };

/** Making a format takes longer than a page. */
function formatOf(lang: Lang): Intl.NumberFormat {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 2, useGrouping: false });
}

/** A class has few different points, each of them many times. */
const KNOWN: Readonly<Record<Lang, Map<number, string>>> = { en: new Map(), fr: new Map() };

/** `1.5` or `1,5` */
export function pointsIn(lang: Lang, points: number): string {
  const known = KNOWN[lang].get(points);
  if (known !== undefined) return known;
  const text = FORMATS[lang].format(points);
  KNOWN[lang].set(points, text);
  return text;
}

/** `62 %`: a share from 0 to 1. The space, which French has and English has not, does not break. */
export function percentIn(lang: Lang, share: number): string {
  return `${Math.round(share * 100)}${lang === "fr" ? "\u00a0" : ""}%`;
}
