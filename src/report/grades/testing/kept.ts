import { expected } from "../../testing/expected";

/** What the file in `expected/` holds, after it was written with `actual` if TP_RECORD asks for that. */
export function kept(file: string, actual: string): string {
  return expected(`../grades/expected/${file}`, actual);
}
