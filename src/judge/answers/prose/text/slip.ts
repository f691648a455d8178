/** One slip of the pen: a letter more, less, another, or two swapped. */

/** Stems at least this long may carry one. */
const LONG_ENOUGH = 6;

/** @param open whether the stem may be followed by any ending */
export function isOneSlipFrom(word: string, stem: string, open: boolean): boolean {
  if (stem.length < LONG_ENOUGH || word[0] !== stem[0]) return false;
  if (!open) return isOneSlip(word, stem);
  for (let length = stem.length - 1; length <= stem.length + 1; length++)
    if (isOneSlip(word.slice(0, length), stem)) return true;
  return false;
}

/** Or none. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const isSwapped = a[at] === b[at + 1] && a[at + 1] === b[at];
  return (
    (isSwapped && isSame(a, at + 2, b, at + 2)) ||
    isSame(a, at + 1, b, at + 1) ||
    isSame(a, at + 1, b, at) ||
    isSame(a, at, b, at + 1)
  );
}

/** Whether two words go on alike. */
function isSame(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false;
  for (let i = 0; fromA + i < a.length; i++) if (a[fromA + i] !== b[fromB + i]) return false;
  return true;
}
