/**
 * HTML put together so that no text becomes an element: whatever is put into the template is escaped, unless it is itself
 * the outcome of a template. Attributes stand in double quotes.
 */
import { html } from "../../text/printable";

export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | readonly Markup[];

/** ``markup`<a href="${link}">${name}</a>` `` */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = parts[0] ?? "";
  for (const [i, piece] of pieces.entries()) text += ofPiece(piece) + (parts[i + 1] ?? "");
  return { markup: text };
}

export const NOTHING: Markup = { markup: "" };

function ofPiece(piece: Piece): string {
  if (typeof piece === "string") return escaped(piece);
  if (typeof piece === "number") return String(piece);
  if ("markup" in piece) return piece.markup;
  let text = "";
  for (const one of piece) text += one.markup;
  return text;
}

function escaped(text: string): string {
  return html(wellFormed(text)).replaceAll('"', "&quot;");
}

/** Without halves of surrogate pairs, which no file in UTF-8 can hold. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** A text of several lines: they stay lines, a tab becomes two spaces, and what else is hidden becomes visible. */
export function linesOf(text: string): Markup {
  const lines = text.split(/\r\n?|\n/);
  return { markup: lines.map((line) => escaped(line.replaceAll("\t", "  "))).join("\n") };
}

/** Part of a link. */
export function linkPart(text: string): string {
  return encodeURIComponent(wellFormed(text));
}
