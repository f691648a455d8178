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

const SEGMENTS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What a reader sees as one character each. */
function characters(text: string): string[] {
  return Array.from(SEGMENTS.segment(text), ({ segment }) => segment);
}

/** Columns that a text takes on a terminal, when none of its characters is a wide one. */
export function columns(text: string): number {
  return characters(text).length;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** As much of the text as fits, with `…` where something was left out. */
export function cut(text: string, width: number): string {
  const chars = characters(text);
  return chars.length <= width ? text : `${chars.slice(0, Math.max(0, width - 1)).join("")}…`;
}

function pieces(word: string, width: number): string[] {
  const chars = characters(word);
  if (chars.length <= width) return [word];
  return Array.from({ length: Math.ceil(chars.length / width) }, (_, i) =>
    chars.slice(i * width, (i + 1) * width).join(""),
  );
}
