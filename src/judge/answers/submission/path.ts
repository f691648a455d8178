/** Paths within an archive: nothing is ever written where they point, but whoever made them must be told. */

/** Whether a path leaves the folder that it is meant for, on any system: `../`, `/`, `C:`, `\`, or a zero byte in it. */
export function climbs(path: string): boolean {
  return /^(?:\/|[a-z]:)|\\|\0/i.test(path) || path.split("/").includes("..");
}

/** What systems and editors leave in folders, and nobody hands in: `.DS_Store`, `__MACOSX/`, `~$answers.yaml`. */
export function isHidden(path: string): boolean {
  return path.split("/").some((part) => /^(?:\.(?!\.?$)|~|__MACOSX$)/.test(part));
}

/** The same path without what makes it climb, for showing it. */
export function tamePath(path: string): string {
  const parts = path.replaceAll("\0", "").split(/[\\/]/);
  return parts.filter((part) => part !== "" && part !== "." && part !== "..").join("/");
}

/** UTF-16 units of a path that a sentence can hold: an archive's may have 65,535 bytes. */
const [BEGINNING, ENDING] = [40, 80];

/** The path for a sentence: of a long one the beginning and the end. */
export function shortPath(path: string): string {
  if (path.length <= BEGINNING + ENDING) return path;
  return `${path.slice(0, BEGINNING)}…${path.slice(-ENDING)}`.replace(/\p{Cs}/gu, "");
}
