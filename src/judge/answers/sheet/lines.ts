/** Lines of comments and quotations. */

/** Breaks a paragraph at spaces, so that a line with what is put before it has at most `width` characters where its words allow. */
export function linesOf(paragraph: string, prefix: string, width = 100): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/[ \n]+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(prefix + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
