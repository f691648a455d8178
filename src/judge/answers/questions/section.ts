/** Sections of the lab sheet, as they begin the ids of its questions. */

const ID = /^(\d{1,3}(?:\.\d{1,3})*)-[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Section and words: `2.4-qos2-packets`. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** `2.4` of `2.4-qos2-packets`; empty where it is no id. */
export function sectionOf(id: string): string {
  return ID.exec(id)?.[1] ?? "";
}

/** The order of the sheet: 4 before 4.1 before 5. */
export function bySection(a: string, b: string): number {
  const [left, right] = [a, b].map((section) => section.split(".").map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? -1) - (right?.[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
