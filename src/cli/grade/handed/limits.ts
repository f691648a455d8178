/** How much is read of what students hand in. Beyond these, a submission is refused and the others are graded. */

const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of a sheet. Filled in with long excerpts it has some 50,000. */
  sheet: 2 * MB,
  /** Bytes that are read of one submission in all, and of an archive within it. */
  submission: 32 * MB,
  /** Files of one submission, looked at by name only. */
  files: 20_000,
  /** Entries of an archive that holds a whole class. */
  classFiles: 200_000,
  /** Files of one submission that are opened, to see whether they are the sheet. */
  opened: 50,
  /** Folders within one another. */
  depth: 12,
  /** How many times larger than its packed form a file may be, from `suspicious` bytes on. */
  ratio: 200,
  suspicious: MB / 4,
} as const;

/** Bytes as a person reads them. */
export function megabytes(bytes: number): string {
  const rounded = bytes / MB;
  return rounded >= 10 ? String(Math.round(rounded)) : String(Math.round(rounded * 10) / 10);
}
