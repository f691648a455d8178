/** Laying out plain text in a given width. */

/**
 * Breaks at spaces so that no line is longer than `width`; a word that is longer by itself is cut. No-break spaces hold.
 * @param indent put before each line but the first, and counted; `first` is how much of the first line is taken already
 */
export function wrap(text: string, width: number, indent = "", first = indent.length): string {
  const lines: string[] = [];
  let line = "";
  let room = width - first;
  for (const word of text.split(/ +/).flatMap((long) => pieces(long, width - indent.length))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && columns(longer) > room) {
      lines.push(line);
      line = word;
      room = width - indent.length;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}

/** Made when the first text needs it: that takes longer than laying out a page. */
let segments: Intl.Segmenter | undefined;

/** What a reader sees as one character each. */
function characters(text: string): string[] {
  segments ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return Array.from(segments.segment(text), ({ segment }) => segment);
}

/** Latin letters, punctuation and arrows: a column each, and no need to look closer. */
const NARROW = /^[\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2190-\u21ff]*$/;
/** East Asian scripts and pictures. */
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes on a terminal. */
export function columns(text: string): number {
  if (NARROW.test(text)) return text.length;
  return characters(text).reduce((sum, char) => sum + columnsOf(char), 0);
}

function columnsOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** As much of the text as fits, with `…` where something was left out. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = "";
  let taken = 1;
  for (const char of characters(text)) {
    taken += columnsOf(char);
    if (taken > width) break;
    kept += char;
  }
  return `${kept}…`;
}

function pieces(word: string, width: number): string[] {
  if (columns(word) <= width) return [word];
  const parts: string[] = [];
  let [part, taken] = ["", 0];
  for (const char of characters(word)) {
    const more = columnsOf(char);
    if (part !== "" && taken + more > width) {
      parts.push(part);
      [part, taken] = ["", 0];
    }
    part += char;
    taken += more;
  }
  return [...parts, part];
}
