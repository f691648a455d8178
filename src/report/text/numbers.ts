/** Numbers as each language writes them. */
import type { Lang } from "../../words/text";

/** `1.25` or `1,25`: always two decimals, so that a column of figures can be compared. */
export function hundredths(value: number, lang: Lang): string {
  return decimal(value, lang, 2);
}

/** One decimal, always. */
export function tenths(value: number, lang: Lang): string {
  return decimal(value, lang, 1);
}

function decimal(value: number, lang: Lang, digits: number): string {
  return new Intl.NumberFormat(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** Milliseconds in seconds: `7.2 s`. The space does not break. */
export function seconds(ms: number, lang: Lang): string {
  return `${tenths(ms / 1000, lang)}\u00a0s`;
}
