/**
 * Which row of the worksheet is whose. Moodle's record number decides where a submission has one; otherwise student number
 * or e-mail address, otherwise the full name. What fits more than one row, or shares a row, is nobody's: a grade that is
 * missing is seen, one that went to somebody else is not.
 */
import { grouped } from "../../text/group";
import type { GradedSubmission } from "../grades";
import type { Column, Columns } from "./columns";
import { folded, nameKey } from "./folded";
import type { Row } from "./table";

export interface Matching {
  readonly found: ReadonlyMap<Row, GradedSubmission>;
  readonly missing: readonly GradedSubmission[];
  readonly ambiguous: readonly GradedSubmission[];
}

interface Claim {
  readonly submission: GradedSubmission;
  readonly row: Row;
}

export function matching(
  submissions: readonly GradedSubmission[],
  rows: readonly Row[],
  columns: Columns,
): Matching {
  const candidates = candidatesIn(rows, columns);
  const ambiguous: GradedSubmission[] = [];
  const missing: GradedSubmission[] = [];
  const claims = new Map<Row, Claim[]>();
  for (const submission of submissions) {
    const [row, ...others] = new Set(candidates(submission));
    if (row === undefined) missing.push(submission);
    else if (others.length > 0) ambiguous.push(submission);
    else claims.set(row, [...(claims.get(row) ?? []), { submission, row }]);
  }
  const found = new Map<Row, GradedSubmission>();
  for (const [row, own] of claims) {
    const recorded = own.filter(({ submission }) => submission.record !== undefined);
    const [first, second] = recorded.length > 0 ? recorded : own;
    const winner = second === undefined ? first?.submission : undefined;
    if (winner !== undefined) found.set(row, winner);
    ambiguous.push(...own.map(({ submission }) => submission).filter((one) => one !== winner));
  }
  return { found, missing, ambiguous };
}

/** Every row that a submission could be. */
function candidatesIn(
  rows: readonly Row[],
  columns: Columns,
): (submission: GradedSubmission) => readonly Row[] {
  const cell = (row: Row, column: Column) => row.cells[columns[column] ?? -1]?.value ?? "";
  const index = (key: (row: Row) => string) => grouped(rows, key);
  const byRecord = index((row) => recordIn(cell(row, "record")));
  const byHandle = (["number", "email", "user"] as const).map((column) =>
    index((row) => folded(cell(row, column))),
  );
  const byName = index((row) => nameKey(cell(row, "name")));
  const lookUp = (map: ReadonlyMap<string, readonly Row[]>, key: string) =>
    key === "" ? [] : (map.get(key) ?? []);
  return ({ id, record, student }) => {
    if (record !== undefined) return lookUp(byRecord, recordIn(record));
    const handles = [folded(student.number), folded(id)];
    const handled = handles.flatMap((handle) => byHandle.flatMap((map) => lookUp(map, handle)));
    const named = lookUp(byName, nameKey(student.name.trim() === "" ? id : student.name));
    // A number that says one student and a name that says another: two rows, and so neither.
    if (handled.length > 0) return named.length === 1 ? [...handled, ...named] : handled;
    return named;
  };
}

/** `Participant 900110` → `900110` */
function recordIn(cell: string): string {
  return /(\d+)\s*$/.exec(cell)?.[1]?.replace(/^0+(?=\d)/, "") ?? "";
}
