/**
 * Words in a row as numbers, and who has each row. A class of a thousand has half a million rows: they are kept in typed
 * arrays, since as texts in a map they would take more memory than everything else. Two rows in a hundred million share
 * a number by chance, which no share shows.
 */
import { BASIS, fnv1a, PRIME } from "../fnv";

/** Words in a row. */
const ROW = 3;
/** Sheets that a number of 53 bits can name beside a row of 32. */
const MOST_SHEETS = 2 ** 21;

/** @returns the rows of words of one sheet, each once */
export function rowsOf(answers: readonly (readonly string[])[]): Uint32Array {
  const rows = new Set<number>();
  for (const words of answers) {
    const numbers = words.map((word) => fnv1a(word));
    for (let at = 0; at + ROW <= numbers.length; at++)
      rows.add(numbers.slice(at, at + ROW).reduce((row, number) => mixed(row, number), BASIS));
  }
  return Uint32Array.from(rows);
}

function mixed(row: number, number: number): number {
  const turned = (row << 13) | (row >>> 19);
  return Math.imul(turned ^ number, PRIME) >>> 0;
}

export interface RowIndex {
  /** The rows of each sheet by their place among all rows. */
  readonly sheets: readonly Uint32Array[];
  /** The sheets that have row `r`, in their order: `holders[starts[r]]` up to before `holders[starts[r + 1]]`. */
  readonly holders: Uint32Array;
  readonly starts: Uint32Array;
}

export function rowIndex(sheets: readonly Uint32Array[]): RowIndex {
  const all = sortedRows(sheets);
  const holders = new Uint32Array(all.length);
  const starts: number[] = [];
  const indexed = sheets.map(({ length }) => new Uint32Array(length));
  const filled = new Uint32Array(sheets.length);
  let last = -1;
  all.forEach((value, at) => {
    const row = Math.floor(value / MOST_SHEETS);
    const sheet = value % MOST_SHEETS;
    if (row !== last) starts.push(at);
    last = row;
    holders[at] = sheet;
    const [into, place] = [indexed[sheet], filled[sheet] ?? 0];
    if (into !== undefined) into[place] = starts.length - 1;
    filled[sheet] = place + 1;
  });
  return { sheets: indexed, holders, starts: Uint32Array.from([...starts, all.length]) };
}

/** Each row of each sheet as one number, in order. */
function sortedRows(sheets: readonly Uint32Array[]): Float64Array {
  const all = new Float64Array(sheets.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  sheets.forEach((rows, sheet) => {
    for (const row of rows) all[at++] = row * MOST_SHEETS + sheet;
  });
  return all.sort();
}
