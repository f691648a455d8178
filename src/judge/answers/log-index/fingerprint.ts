/**
 * What is kept of a line instead of its text. Two messages that differ in white space and typography only, as pasting
 * changes them, have the same; of others one pair in 2^53 has.
 */

/** @returns a whole number below 2^53 */
export function fingerprint(message: string): number {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < message.length; i++) {
    let code = message.charCodeAt(i);
    if (code > ASCII || code === GRAVE) code = plainCode(code);
    if (code <= SPACE) continue;
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
    // Three dots are often made one sign.
    if (code === DOT) while (message.charCodeAt(i + 1) === DOT) i++;
  }
  high ^= high >>> 15;
  high = Math.imul(high, 0x2c1b3c6d);
  high ^= high >>> 12;
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

const [SPACE, QUOTE, DASH, DOT, GRAVE, ASCII] = [32, 39, 45, 46, 96, 126];

/** The sign of the keyboard that a word processor has put another for. */
function plainCode(code: number): number {
  if (code === GRAVE || code === 0xb4 || code === 0x2032 || (code >= 0x2018 && code <= 0x201b)) return QUOTE;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return DASH;
  if (code === 0x2026) return DOT;
  if (code === 0x7f || code === 0xa0 || code === 0xad || code === 0xfeff || code === 0x3000) return 0;
  return (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x205f || code === 0x2060
    ? 0
    : code;
}
