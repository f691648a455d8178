/** A text whose colours take no columns. */
export interface Cell {
  readonly text: string;
  /** Columns that it takes. */
  readonly width: number;
}

const GAP = "   ";

/** Cells side by side, as many as a line of `width` columns holds. */
export function flow(cells: readonly Cell[], width: number): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const cell of cells) {
    const fits = lines.length > 0 && cell.width + GAP.length <= room;
    lines.push(fits ? `${lines.pop() ?? ""}${GAP}${cell.text}` : cell.text);
    room = fits ? room - cell.width - GAP.length : width - cell.width;
  }
  return lines;
}
