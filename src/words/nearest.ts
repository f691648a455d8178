/** The names that someone who mistyped one is likely to have meant. */

/** @returns `names`, the nearest to `typed` first */
export function byDistance(typed: string, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, distance: distance(typed, name) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ name }) => name);
}

/** The name that was probably meant; none where more than half of the letters differ, since that would be a guess. */
export function meant(typed: string, names: readonly string[]): string | undefined {
  const [near] = byDistance(typed, names);
  if (near === undefined) return undefined;
  return distance(typed, near) <= Math.max(typed.length, near.length) / 2 ? near : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
    }
  }
  return at(a.length, b.length);
}
