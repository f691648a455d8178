/** What the name of a folder, an archive or a file tells of who handed it in, as Moodle and Gradescope name what they export. */

export interface EntryName {
  /** What belongs together: Moodle has one folder for a student's files and one for their online text. */
  readonly key: string;
  /** As the platform knows the student. */
  readonly student?: string;
  /** Moodle's record number. */
  readonly record?: string;
}

/** `Full name_900110_assignsubmission_file`, with or without `_` and a file's name behind it. A full name may hold `_`. */
const MOODLE = /^(.+)_(\d{1,20})_assignsubmission_(?:file|onlinetext)(?:_.*)?$/su;
const GRADESCOPE = /^submission_\d{1,20}$/;
const EXTENSION = /\.(?:zip|ya?ml|md|markdown|txt|html?)$/i;

export function entryName(name: string): EntryName {
  const [, student, record] = MOODLE.exec(name) ?? [];
  if (student === undefined || record === undefined) return { key: name.replace(EXTENSION, "") || name };
  return { key: `${student}_${record}`, student, record };
}

/** Whether a learning platform gave that name to one student's folder. */
export function isPlatformName(name: string): boolean {
  return MOODLE.test(name) || GRADESCOPE.test(name);
}
