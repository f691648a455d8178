/** Writes the report files and the captures. */
import { access, constants, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { writeCaptures } from "./captures";
import { REPORT_FILES, type ReportFile } from "./files";
import { put } from "./put";
import type { Report } from "./report";
import { REPORTERS } from "./reporters";

/** Makes the folder where it is missing. Rejects with the system's error when nothing can be written there. */
export async function prepareFolder(folder: string): Promise<void> {
  await make(resolve(folder));
  // A file would be writable too; with a slash behind it, it is none.
  await access(join(folder, "/"), constants.W_OK | constants.X_OK);
}

/** Node 20's own recursive mkdir never returns where the system refuses with ENOENT, as under /proc. */
async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw error;
    await make(dirname(folder));
    await mkdir(folder);
  }
}

/** @param files those to write besides the captures; all unless told otherwise */
export async function writeReports(
  report: Report,
  files: readonly ReportFile[] = REPORT_FILES,
): Promise<void> {
  await Promise.all(files.map((file) => put(join(report.folder, file), REPORTERS[file](report))));
  await writeCaptures(report);
}
