/** The files that a class's grades are written to. */
import { createHash } from "node:crypto";

/** Bytes that the name of a file may have, with what is put behind it, on every usual file system. */
const LONGEST = 180;

/** The id of a submission as a file name. One too long for that is cut, with a hash so that it stays its own. */
export function fileName(id: string): string {
  if (Buffer.byteLength(id) <= LONGEST) return id;
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 12);
  return `${[...id].slice(0, LONGEST / 4).join("")}~${hash}`;
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
