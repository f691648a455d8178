/** The files that a class's grades are written to. */
import { createHash } from "node:crypto";

/** Characters that a name may have, with what is put behind it, on every usual file system: four bytes each at most. */
const LONGEST = 45;
/** What leads elsewhere, or what some file systems refuse. */
const UNSAFE = /[\p{Cc}\p{Cs}/\\<>:"|?*]|^\.|[. ]$|^$/gu;

/** What is written of the class as a whole. */
export const CLASS_FILES = {
  page: "class.html",
  table: "grades.csv",
  grades: "grades.json",
  junit: "junit.xml",
  worksheet: "moodle.csv",
} as const;

/** The id of a submission as a file name. What is unsafe or too long is taken out, with a hash so that the name stays its own. */
export function fileName(id: string): string {
  if (id.search(UNSAFE) === -1 && Buffer.byteLength(id) <= 4 * LONGEST) return id;
  const hash = createHash("sha256").update(id, "utf16le").digest("hex").slice(0, 12);
  return `${Array.from(id.replace(UNSAFE, "_")).slice(0, LONGEST).join("")}~${hash}`;
}

export function studentFile(id: string): string {
  return `students/${fileName(id)}.html`;
}

export function gradescopeFile(id: string): string {
  return `gradescope/${fileName(id)}.json`;
}

export function githubFile(id: string): string {
  return `github/${fileName(id)}.json`;
}
