/** The lines of a terminal as they were copied: without prompts, marks of lists and what a word processor makes of quotes. */
import type { Written } from "../../answer";
import { listReader } from "../list-marks";

export interface Line {
  /** Of the sheet; that of its beginning where it goes on over several. */
  readonly line: number;
  readonly text: string;
  /** As cmd and PowerShell read it: a backslash is a character like any other. */
  readonly windows: boolean;
}

const PROMPT =
  /^(?:PS(?: [A-Za-z]:(?:(?! -)[^>]){0,100})?> ?|[A-Za-z]:\\(?:(?! -)[^>]){0,100}> ?|[^\s@]{1,60}@[^\s@]{1,60}[$#%]\s|[$%>]\s)/;
const WINDOWS_PROMPT = /^(?:PS\b|[A-Za-z]:\\)/;
const WINDOWS_WORDS = /\.exe\b|[A-Za-z]:\\|(?:^|\s)\.\\/i;
/** A line goes on behind these: `\` of POSIX, a backtick of PowerShell, `^` of cmd. */
const GOES_ON = /(?:\\|\s`|\s\^)$/;

/** @returns empty lines and fences of Markdown left out */
export function linesOf({ text, line }: Written): readonly Line[] {
  const lines: Line[] = [];
  const unlisted = listReader();
  let open: { line: number; text: string } | undefined;
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const trimmed = raw.trim();
    const begun = open ?? { line: line + i, text: "" };
    const soFar = begun.text === "" ? trimmed : `${begun.text} ${trimmed}`;
    open = GOES_ON.test(trimmed) ? { line: begun.line, text: soFar.slice(0, -1).trimEnd() } : undefined;
    if (open === undefined) lines.push(...lineOf(begun.line, unlisted(soFar)));
  }
  if (open !== undefined) lines.push(...lineOf(open.line, open.text));
  return lines;
}

function lineOf(line: number, raw: string): readonly Line[] {
  if (raw === "" || raw.startsWith("```")) return [];
  const plain = straightened(unwrapped(raw.trim()));
  const text = plain.replace(PROMPT, "");
  const windows = WINDOWS_PROMPT.test(plain) || WINDOWS_WORDS.test(text);
  return text.trim() === "" ? [] : [{ line, text: windows ? text.replace(/^&\s+/, "") : text, windows }];
}

/** Without the backticks that Markdown puts around code. */
function unwrapped(text: string): string {
  const isCode = text.length > 2 && text.startsWith("`") && text.endsWith("`");
  const inner = text.replace(/^`+|`+$/g, "");
  return isCode && !inner.includes("`") ? inner.trim() : text;
}

/** With the quotes and dashes that a terminal knows. */
function straightened(text: string): string {
  return text
    .replace(/«\s{0,3}|\s{0,3}»|[“”„]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/(^|\s)[–—−](?=\w(?:\s|$))/g, "$1-")
    .replace(/(^|\s)[–—−](?=\w\w)/g, "$1--");
}
