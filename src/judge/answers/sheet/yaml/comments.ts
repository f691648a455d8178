/** Lines that begin with # at the margin: the sheet's own, or the student's. */

const HEADING = /^# ?[─-]{2}/;

export interface Comments {
  /** The lines with comments emptied, but for those that are plainly part of an answer. */
  readonly lines: readonly string[];
  /** Of the student's own that are not read, in the lines; the first of each block. */
  readonly own: readonly number[];
}

/** The question that follows, whose comments stand at the end of the lines. */
export interface Next {
  readonly name: string;
  /** What the sheet says above it, in either language. */
  readonly wordings: readonly string[];
}

/** @param lines below the identifier of a question */
export function withoutComments(lines: readonly string[], next: Next | undefined): Comments {
  const kept = [...lines];
  const own: number[] = [];
  const last = lines.findLastIndex((line) => line.trim() !== "");
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at]?.startsWith("#")) continue;
    let end = at;
    while (lines[end]?.startsWith("#")) end++;
    const isSheets = (line: string) => HEADING.test(line) || (end > last && isAbove(next, line));
    const mine = at + lengthTo(lines.slice(at, end), isSheets);
    const isAnswer = mine > at && (isAtMargin(lines[at - 1]) || (mine === end && isAtMargin(lines[end])));
    if (!isAnswer && mine > at) own.push(at);
    for (let i = isAnswer ? mine : at; i < end; i++) kept[i] = "";
    at = end - 1;
  }
  return { lines: kept, own };
}

function lengthTo(lines: readonly string[], isIt: (line: string) => boolean): number {
  const found = lines.findIndex(isIt);
  return found < 0 ? lines.length : found;
}

/** Shorter pieces of a question may be anybody's words. */
const TELLING = 12;

function isAbove(next: Next | undefined, line: string): boolean {
  const text = line.replace(/^#\s*/, "").trim();
  if (next === undefined || text === "") return false;
  if (text.toLowerCase().startsWith(next.name)) return true;
  return text.length >= TELLING && next.wordings.some((wording) => wording.includes(text));
}

/** Text that stands where comments stand: who writes so takes # for a character like others. */
function isAtMargin(line: string | undefined): boolean {
  return line !== undefined && /^[^\s#]/.test(line);
}
