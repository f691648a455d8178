/** A finding in plain words, for the reports that have neither colours nor columns. */
import type { ClaimResult, Quote } from "../../judge/results";
import type { Lang } from "../../words/text";
import { wordsOf } from "../../words/words";
import { tenths } from "./numbers";

/** One line: what was expected and what came instead, or why there is no verdict. */
export function message({ expected, actual, reason, title }: ClaimResult, lang: Lang): string {
  const words = wordsOf(lang).report;
  if (expected === undefined || actual === undefined) return reason ?? title;
  const parts = [labelled(words.expected, expected, lang), labelled(words.actual, actual, lang)];
  return parts.join(words.semicolon);
}

/**
 * Several lines: everything that is known about it.
 * @param quotes at most that many pieces of evidence
 */
export function details(claim: ClaimResult, lang: Lang, quotes = Infinity): string {
  const words = wordsOf(lang).report;
  const row = (label: string, text: string | undefined) =>
    text === undefined ? [] : [labelled(label, text, lang)];
  const left = claim.evidence.length - quotes;
  return [
    claim.title,
    ...row(words.expected, claim.expected),
    ...row(words.actual, claim.actual),
    ...row(words.reason, claim.reason),
    ...(claim.evidence.length > 0 ? [labelled(words.evidence, "", lang)] : []),
    ...claim.evidence.slice(0, quotes).map((quote) => `  ${quoteLine(quote, lang)}`),
    ...(left > 0 ? [`  ${words.more(left)}`] : []),
    ...row(words.clause, claim.clause),
    ...row(words.hint, claim.hint),
  ].join("\n");
}

/** `12.3 ms  wire  publisher #3 → PUBLISH …` */
export function quoteLine({ at, source, text }: Quote, lang: Lang): string {
  return `${tenths(at, lang)}\u00a0ms  ${wordsOf(lang).report.sources[source]}  ${text}`;
}

function labelled(label: string, text: string, lang: Lang): string {
  return `${label}${wordsOf(lang).report.colon}${text}`.trimEnd();
}
