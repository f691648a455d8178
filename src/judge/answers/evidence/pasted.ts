/**
 * Undoes what pasting does to a line of a log: HTML, typographic signs, numbers and bullets before it. Nothing is changed
 * in a line that can be read as it stands.
 */

/** A character that a word processor or a web page puts in place of another. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  // Only the tags that editors make: `<unknown>` is a client of the log.
  [/<\/?(?:a|b|br|code|div|em|font|i|li|ol|p|pre|s|span|strong|tt|u|ul)(?:\s[^<>]{0,200})?\/?>/gi, ""],
  [/&nbsp;|&#160;|&#xa0;/gi, " "],
  [/&lt;|&#60;/gi, "<"],
  [/&gt;|&#62;/gi, ">"],
  [/&quot;|&#34;/gi, '"'],
  [/&apos;|&#0?39;|&#x27;|&rsquo;|&lsquo;|&#821[67];/gi, "'"],
  [/&hellip;|&#8230;|\u2026/gi, "..."],
  [/&amp;|&#38;/gi, "&"],
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ""],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " "],
];

const CHANGED = /[^\t -~]|[<&`]/;

/** Signs that stand before a line and are none of it: `3. `, `- `, `> `, `12 | `, `$ `. */
const MARKER = /^(?:(?:\d{1,4}|\(\d{1,4}\)|\[\d{1,4}\])[.):|]?|[-*•·>|│+$%])[ \t]+/;

/** The line in the signs of a log: without HTML, invisible characters, and what stands in for quotes, dashes and dots. */
export function plain(line: string): string {
  if (!CHANGED.test(line)) return line;
  return REPLACED.reduce((text, [from, to]) => text.replace(from, to), line).trim();
}

/** The line without the number or the bullet before it. */
export function unmarked(line: string): string {
  return plain(line).replace(MARKER, "");
}

/**
 * The line as it was written in the log, perhaps: as it stands first, then with more and more undone.
 * @param line without white space around it
 */
export function originals(line: string): string[] {
  const folded = plain(line);
  const bare = folded.replace(MARKER, "");
  const barer = bare.replace(MARKER, "");
  const spaced = barer.replace(/\s+: /, ": ").replace(/ {2,}/g, " ");
  return [...new Set([line, folded, bare, barer, spaced])];
}

const FENCE = /^(?:`{3,}|~{3,}).{0,20}$/;
const ELLIPSIS = /^[[(<{]?\s*(?:[.\u2026\s]{1,40}|snip|suite|coup[eé]|etc\.?)\s*[\])>}]?$/i;
const RULE = /^(?:[-=_*~]{2,}|#{1,6}(?:\s.*)?)$/;

/** Whether a line only parts others: nothing, `[...]`, a rule, a heading, the fence around code. */
export function isSeparator(line: string): boolean {
  return line === "" || [FENCE, ELLIPSIS, RULE].some((form) => form.test(line));
}
