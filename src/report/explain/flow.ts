/** Sets the parts of an explanation in lines: a part is not broken where it can stand in a line of its own. */
import type { Paint } from "../console/paint";
import { columns, wrap } from "../text/layout";
import { printable } from "../text/printable";
import type { Part, Tone } from "./explanation";

const SEPARATOR = " · ";

export interface Room {
  /** Columns that a line has, and that the first one has; undefined: all parts stand in one line. */
  readonly first: number;
  readonly others: number;
}

/** @returns the lines, coloured; at least one */
export function flow(parts: readonly Part[], room: Room | undefined, paint: Paint, tone: Tone): string[] {
  const separator = paint.dim(SEPARATOR);
  if (room === undefined)
    return [parts.map((part) => painted(plain(part), part, paint, tone)).join(separator)];
  const lines: string[] = [];
  let taken = 0;
  for (const part of parts) {
    const text = plain(part);
    const width = columns(text);
    const before = lines.at(-1);
    if (
      before !== undefined &&
      taken + SEPARATOR.length + width <= (lines.length > 1 ? room.others : room.first)
    ) {
      lines[lines.length - 1] = before + separator + painted(text, part, paint, tone);
      taken += SEPARATOR.length + width;
      continue;
    }
    const free = lines.length === 0 ? room.first : room.others;
    const broken = wrap(text, free).split("\n");
    for (const [i, piece] of broken.entries()) {
      lines.push(painted(piece, i === 0 ? part : { ...part, code: undefined }, paint, tone));
    }
    taken = columns(broken.at(-1) ?? "");
  }
  return lines;
}

type Coloured = Pick<Part, "quoted"> & { readonly code?: string | undefined };

function plain({ code, text }: Part): string {
  return printable(code === undefined ? text : `${code} ${text}`);
}

function painted(text: string, { code, quoted }: Coloured, paint: Paint, tone: Tone): string {
  if (code !== undefined) return paint.cyan(code) + paintedBy(text.slice(code.length), paint, tone);
  if (!quoted) return paintedBy(text, paint, tone);
  return tone === "own" ? paint.bold(text) : text;
}

function paintedBy(text: string, paint: Paint, tone: Tone): string {
  return tone === "aside" ? paint.dim(text) : text;
}
