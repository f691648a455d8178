/** A table as somebody else's program wrote it: read so that every row can be put back byte for byte. */
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { GradesError, saidInBoth } from "../error";

export interface Cell {
  readonly value: string;
  /** It stood in quotation marks. */
  readonly quoted: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** As it stood, without the end of its line. */
  readonly raw: string;
  /** The end of its line; nothing where the file ends before it. */
  readonly end: string;
}

interface Parsed {
  readonly record: Cell[];
  readonly raw: string;
}

/** @throws GradesError with the line where quotation marks do not fit */
export function readTable(text: string, delimiter: string): Row[] {
  let at = 0;
  return parsed(text, delimiter).map(({ record, raw: withEnd }) => {
    // The library keeps the first character of a line's end with the row, and drops the second.
    const raw = text.slice(at, at + withEnd.replace(/[\r\n]$/, "").length);
    const end = /^(?:\r\n|\r|\n)?/.exec(text.slice(at + raw.length, at + raw.length + 2))?.[0] ?? "";
    at += raw.length + end.length;
    return { cells: record, raw, end };
  });
}

function parsed(text: string, delimiter: string): Parsed[] {
  try {
    // What it gives with `raw` its types do not say.
    const rows: unknown = parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      cast: (value, { quoting }) => ({ value, quoted: quoting }),
    });
    return rows as Parsed[];
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === "number" ? error.lines : 1;
    throw new GradesError(saidInBoth(({ worksheet }) => worksheet.unreadable(line)));
  }
}

/** The row with other cells, each in quotation marks where it was, and where it now must be. */
export function writeRow({ end }: Row, cells: readonly Cell[], delimiter: string): string {
  const line = stringify([cells.map(({ value }) => value)], {
    delimiter,
    record_delimiter: "",
    cast: { string: (value, { index }) => ({ value, quoted: cells[index]?.quoted === true }) },
  });
  return line + end;
}
