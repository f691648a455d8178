/** Texts of students, which have any length, cut to what a page can hold. */

/**
 * At most that many UTF-16 units and lines, with `…` where something was left out. Surrogate pairs stay whole, and so do
 * lines where there are several.
 */
export function bounded(text: string, length: number, lines = Infinity): string {
  const kept =
    text.length > length ? wholeLines(text.slice(0, length).replace(/[\ud800-\udbff]$/, "")) : text;
  const end = endOfLine(kept, lines);
  if (end === undefined && kept === text) return text;
  const shown = kept.slice(0, end).trimEnd();
  return text[shown.length] === "\n" ? `${shown}\n…` : `${shown}…`;
}

/** Without the line that was cut, unless that is most of it. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf("\n");
  return end > text.length / 2 ? text.slice(0, end) : text;
}

/** Where the line with that number, from 1, ends; undefined where there are no more lines. */
function endOfLine(text: string, line: number): number | undefined {
  let at = -1;
  for (let n = 0; n < line; n++) {
    at = text.indexOf("\n", at + 1);
    if (at === -1) return undefined;
  }
  return text.slice(at + 1).trim() === "" ? undefined : at;
}
