/** Writes a sheet for students to fill in. Nothing of what answers are judged by is on it. */
import type { Lang } from "../../../words/text";
import type { SheetQuestion } from "../question";
import { emptyMarkdown } from "./markdown/write";
import { emptyYaml } from "./yaml/write";

const FORMS = { yaml: emptyYaml, markdown: emptyMarkdown };
export type Form = keyof typeof FORMS;

export function emptySheet(questions: readonly SheetQuestion[], lang: Lang, form: Form): string {
  return FORMS[form](questions, lang);
}
