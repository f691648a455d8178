/** The question above its answer: quoted, and told from an answer that somebody wrote into the quotation. */

const QUOTED = /^ {0,3}> ?/;

/**
 * @param wordings what the sheet says there, in either language
 * @returns the lines with those of the question emptied, however they are broken
 */
export function withoutQuestion(lines: readonly string[], wordings: readonly string[]): string[] {
  const first = lines.findIndex((line) => QUOTED.test(line));
  if (first < 0) return withoutCopy(lines, wordings);
  const after = lines.findIndex((line, i) => i >= first && !QUOTED.test(line));
  const end = after < 0 ? lines.length : after;
  const quotation = lines.slice(first, end).map((line) => line.replace(QUOTED, ""));
  const asked = Math.max(0, ...wordings.map((wording) => linesOf(bare(wording), quotation)));
  if (asked === 0) return [...lines];
  return lines.map((line, i) => {
    if (i < first || i >= end) return line;
    return i - first < asked ? "" : (quotation[i - first] ?? "");
  });
}

/** Somebody took the > away: the question still is no answer, as long as it stands there whole. */
function withoutCopy(lines: readonly string[], wordings: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return [...lines];
  for (const wording of wordings) {
    const asked = linesOf(bare(wording), lines.slice(first));
    const copy = bare(lines.slice(first, first + asked).join(""));
    if (copy === bare(wording)) return lines.map((line, i) => (i < first + asked ? "" : line));
  }
  return [...lines];
}

/** How many lines are the wording's, from its beginning on. */
function linesOf(wording: string, lines: readonly string[]): number {
  let at = 0;
  for (const [i, line] of lines.entries()) {
    if (!wording.startsWith(bare(line), at)) return i;
    at += bare(line).length;
  }
  return lines.length;
}

function bare(text: string): string {
  return text.replace(/[\s*_`-]+/g, "");
}
