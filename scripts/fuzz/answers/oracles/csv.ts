/**
 * What a spreadsheet makes of a table: no cell is a formula, whichever separator it goes by, and whether or not it minds
 * quotation marks. A formula begins with `=`, `+`, `-` or `@`, in any width, behind blanks and quotation marks; a tab or a
 * line's end within a cell begins another one in some programs.
 */
import { parse } from "csv-parse/sync";
import { must } from "../../checks";

const FORMULA = /^[\s"“”]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** @param separator that the file is written with */
export function mustBeInertTable(csv: string, separator: string): void {
  const text = csv.replace(/^\ufeff/, "");
  const rows: string[][] = parse(text, { delimiter: separator, relax_column_count: true });
  const widths = new Set(rows.map((row) => row.length));
  must(widths.size <= 1, `rows of ${[...widths].join(", ")} cells`);
  mustBeInertCells(rows.flat());
  // As a program sees it that goes by another separator, or does not know what quotation marks are for.
  mustBeInertCells(text.split(/[,;|\t\r\n]/));
}

export function mustBeInertCells(cells: readonly string[]): void {
  const found = cells.find((cell) => FORMULA.test(cell) && !NUMBER.test(cell));
  must(found === undefined, `a formula: ${JSON.stringify(found?.slice(0, 200))}`);
  // eslint-disable-next-line no-control-regex -- a control character is what is looked for
  const control = cells.find((cell) => /[\u0000-\u0009\u000b-\u001f\u007f]/.test(cell));
  must(control === undefined, `a control character in the cell ${JSON.stringify(control?.slice(0, 200))}`);
}
