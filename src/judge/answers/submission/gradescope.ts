/**
 * Who handed in what, from the `submission_metadata.yml` of Gradescope's export. Only two lines a student are looked for:
 * the rest, results of earlier runs among it, can be very long.
 */

export interface Submitters {
  readonly name: string;
  readonly number: string;
}

const SUBMISSION = /^(submission_\d{1,20}):\s*$/;
const FIELD = /^\s+(?:-\s+)?:(name|sid):(.*)$/s;
/** Behind the submitters come times, scores and results, in which there may be names too. */
const NEXT = /^ {2}:(?!submitters:)/;

/** @returns by the name of the submission's folder; several students of one submission with commas between them */
export function gradescopeSubmitters(metadata: string): ReadonlyMap<string, Submitters> {
  const found = new Map<string, { name: string[]; sid: string[] }>();
  let current: { name: string[]; sid: string[] } | undefined;
  for (const line of metadata.split(/\r?\n/)) {
    const [, folder] = SUBMISSION.exec(line) ?? [];
    if (folder !== undefined) found.set(folder, (current = { name: [], sid: [] }));
    else if (NEXT.test(line)) current = undefined;
    const [, field, value = ""] = FIELD.exec(line) ?? [];
    if (field === "name" || field === "sid") current?.[field].push(unquoted(value.trim()));
  }
  return new Map(
    [...found].map(([folder, { name, sid }]) => [
      folder,
      { name: name.join(", "), number: sid.filter(Boolean).join(", ") },
    ]),
  );
}

function unquoted(value: string): string {
  const [, double, single] = /^(?:"(.*)"|'(.*)')$/.exec(value) ?? [];
  return double ?? single?.replaceAll("''", "'") ?? value;
}
