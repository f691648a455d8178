/** One slip of the pen: a letter more, less, another, or two swapped. */

/** Stems at least this long may carry one. */
const LONG_ENOUGH = 6;

/** @param open whether the stem may be followed by any ending */
export function isOneSlipFrom(word: string, stem: string, open: boolean): boolean {
  if (stem.length < LONG_ENOUGH || word[0] !== stem[0]) return false;
  if (!open) return Math.abs(word.length - stem.length) <= 1 && isOneSlip(word, stem);
  return [stem.length - 1, stem.length, stem.length + 1].some((length) =>
    isOneSlip(word.slice(0, length), stem),
  );
}

function isOneSlip(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  if (x === "" && y === "") return true;
  const swapped = x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  return swapped || x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}
