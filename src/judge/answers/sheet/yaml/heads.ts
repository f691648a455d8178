/** What stands before the questions: lines of text, however they are quoted or listed. */
import type { Written } from "../../answer";
import type { Segment } from "./segments";

export function headText({ lines, line, rest, restAt }: Segment): Written {
  const behind = rest.replace(/^\s*[|>][-+0-9]{0,2}\s*$/, "");
  const below = lines.filter((text) => /^[ \t-]/.test(text));
  const text = [behind, ...below]
    .map(bare)
    .filter((one) => one !== "")
    .join("\n");
  return { text, line, column: restAt + 1 + (behind.length - behind.trimStart().length) };
}

/** Lines at the margin that are no part of it, from 1. */
export function strayLines({ lines, line }: Segment): number[] {
  return lines.flatMap((text, i) => (/^[^\s#-]/.test(text) ? [line + 1 + i] : []));
}

function bare(text: string): string {
  const item = text.trim().replace(/^- +/, "");
  return /^(["']).*\1$/.test(item) && item.length > 1 ? item.slice(1, -1).trim() : item;
}
