/** Numbers as each language writes them. */
import type { Lang } from "../../words/text";

/** `1.25` or `1,25`: at most `digits` decimals. */
export function number(value: number, lang: Lang, digits = 1): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value);
}

/** One decimal, always. */
export function tenths(value: number, lang: Lang): string {
  return new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** Milliseconds in seconds: `7.2 s`. The space does not break. */
export function seconds(ms: number, lang: Lang): string {
  return `${tenths(ms / 1000, lang)}\u00a0s`;
}
