/** Rows of a label and a text, the texts below each other. */
import { columns } from "../../report/text/layout";

const INDENT = "  ";

export function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([label]) => columns(label)));
  return rows
    .map(([label, text]) => `${INDENT}${label}${" ".repeat(width - columns(label))}  ${text}\n`)
    .join("");
}
