/** What stands before the questions: lines of text, however they are quoted or listed. */
import type { Written } from "../../answer";
import type { Segment } from "./segments";

export function headText({ lines, line }: Segment): Written {
  const [first = "", ...rest] = lines;
  const colon = first.indexOf(":") + 1;
  const behind = first.slice(colon).replace(/^\s*[|>][-+0-9]*\s*$/, "");
  const below = rest.filter((text) => /^[ -]/.test(text));
  const text = [behind, ...below]
    .map(bare)
    .filter((one) => one !== "")
    .join("\n");
  return { text, line, column: colon + 1 + (behind.length - behind.trimStart().length) };
}

/** Lines at the margin that are no part of it, from 1. */
export function strayLines({ lines, line }: Segment): number[] {
  return lines.flatMap((text, i) => (i > 0 && /^[^\s#-]/.test(text) ? [line + i] : []));
}

function bare(text: string): string {
  const item = text.trim().replace(/^- +/, "");
  return /^(["']).*\1$/.test(item) && item.length > 1 ? item.slice(1, -1).trim() : item;
}
