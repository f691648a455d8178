/** `--since DIR`: what a change of rubric, of decisions or of submissions does to each student. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GradesError } from "../../report/grades/error";
import { CLASS_FILES } from "../../report/grades/files";
import type { ClassGrades } from "../../report/grades/grades";
import { keptGrades, type KeptGrades } from "../../report/grades/json/grades-json";
import { readGradesJson } from "../../report/grades/json/read";
import { compareGrades } from "../../report/grades/since/compare";
import { sinceCsv } from "../../report/grades/since/csv";
import { sinceMarkdown, sinceText } from "../../report/grades/since/text";
import { put } from "../../report/put";
import type { Lang } from "../../words/text";
import { UserError } from "../user-error";
import { writing } from "../recorded";
import { unreadable } from "./unreadable";

/** @throws UserError where there are no grades of an earlier run */
export function earlier(folder: string): KeptGrades {
  const file = join(folder, CLASS_FILES.grades);
  try {
    return readGradesJson(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof GradesError)) throw unreadable(file, error);
    throw new UserError({ en: `${file}: ${error.text.en}`, fr: `${file} : ${error.text.fr}` });
  }
}

/** @returns for the terminal; the same goes into files of the reports folder */
export async function changes(
  before: KeptGrades,
  grades: ClassGrades,
  reports: string,
  lang: Lang,
): Promise<string> {
  const comparison = compareGrades(before, keptGrades(grades));
  await writing(reports, async () => {
    await put(join(reports, "since.md"), sinceMarkdown(comparison, lang));
    await put(join(reports, "since.csv"), sinceCsv(comparison, lang));
  });
  return sinceText(comparison, lang);
}
