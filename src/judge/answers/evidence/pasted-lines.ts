/** A pasted text as lines, with their places on the sheet. */
import type { Position, Written } from "../answer";

export interface PastedLine extends Position {
  /** Without white space around it. */
  readonly text: string;
}

/** The sheet lets no more through; whoever calls from elsewhere is held to it as well. */
const READ_AT_MOST = 64 * 1024;
const LINES_AT_MOST = 2000;

/** What parts lines on a web page. They are one line of the sheet. */
const PARTS = /<br\s{0,9}\/?>|<\/(?:p|div|li|pre)>|[\u2028\u2029]/i;

export function pastedLines({ text, line, column }: Written): PastedLine[] {
  const lines = text
    .slice(0, READ_AT_MOST)
    .split(/\r\n?|\n/, LINES_AT_MOST)
    .flatMap((whole, i) =>
      whole
        .split(PARTS)
        .map((part) => ({ text: part.trim(), line: line + i, column: column + indent(part) })),
    )
    .slice(0, LINES_AT_MOST);
  return isDoubleSpaced(lines) ? lines.filter(isWritten) : lines;
}

function indent(part: string): number {
  return part.length - part.trimStart().length;
}

function isWritten({ text }: PastedLine): boolean {
  return text !== "";
}

/** Where an editor has made a paragraph of each line, the blank ones between them part nothing. */
function isDoubleSpaced(lines: readonly PastedLine[]): boolean {
  const written = lines.filter(isWritten).length;
  const alone = lines.filter((line, i) => isWritten(line) && lines[i + 1]?.text === "").length;
  return written > 2 && alone >= written - 2;
}
