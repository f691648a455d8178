/** `junit.xml` of one sheet, as its student may see it: for the CI of the student's own repository. */
import { join } from "node:path";
import { seenSheet, type JudgedSheet } from "../../report/check/checked";
import { gradesJunit } from "../../report/grades/junit/junit";
import { put } from "../../report/put";
import { prepareFolder } from "../../report/write";
import type { Lang } from "../../words/text";
import { writing } from "../recorded";
import { TOOL } from "../tool";

/** @throws UserError where it cannot be written there */
export async function writeReports(
  folder: string,
  file: string,
  judged: JudgedSheet,
  lang: Lang,
): Promise<void> {
  await writing(folder, async () => {
    await prepareFolder(folder);
    await put(join(folder, "junit.xml"), gradesJunit(TOOL.name, [seenSheet(file, judged)], lang));
  });
}
