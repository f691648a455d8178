/** Which of the files that a student handed in can be, and is, an answer sheet. */

const SHEET_NAME = /\.(?:ya?ml|md|markdown|txt)$/i;
/** What Moodle makes of an answer that was typed into its editor. */
const ONLINE_TEXT = /(?:^|[/_])onlinetext\.html?$/i;

export function canBeSheet(path: string): boolean {
  return SHEET_NAME.test(path) || isOnlineText(path);
}

export function isOnlineText(path: string): boolean {
  return ONLINE_TEXT.test(path);
}

/** Ids at the beginning of a line, as keys of YAML and as headings of Markdown have them. */
const ID = /^[ \t#>*"'`-]*(\d[\w.]*[-\u2010-\u2015\u2212][\w\u2010-\u2015\u2212-]+)/gm;
/** Questions that a text must name, so that notes on one question are no sheet; one that says what it is needs only one. */
const ENOUGH = 2;
const HEAD = /^(?:sheet|feuille)[ \t]*:[ \t]*\d/m;

/** @param ids of the questions */
export function isSheet(text: string, ids: ReadonlySet<string>): boolean {
  const wanted = Math.min(HEAD.test(text) ? 1 : ENOUGH, ids.size);
  const found = new Set<string>();
  for (const [, written = ""] of text.matchAll(ID)) {
    const id = written.replace(/[_\u2010-\u2015\u2212]/g, "-").toLowerCase();
    if (ids.has(id)) found.add(id);
    if (found.size >= wanted) return true;
  }
  return false;
}
