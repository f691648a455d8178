/** FNV-1a: numbers for texts, alike for the same text, and nothing that anybody must not be able to forge. */

export const PRIME = 0x01000193;
export const BASIS = 0x811c9dc5;

/**
 * Over UTF-16 units.
 *
 * @returns 32 bits
 */
export function fnv1a(text: string, basis = BASIS): number {
  let number = basis;
  for (let at = 0; at < text.length; at++) number = Math.imul(number ^ text.charCodeAt(at), PRIME);
  return number >>> 0;
}
