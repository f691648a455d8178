import type { Words } from "../../words/words";
import type { Seen } from "./visibility";

/** The name on the sheet, or what stands for it. */
export function nameOf({ student, id }: Pick<Seen, "student" | "id">, words: Words["grades"]): string {
  return student.name.trim() || words.page.nameless(id);
}
