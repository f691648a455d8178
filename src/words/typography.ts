/**
 * French typography for texts that are about to be shown. In the sources a text has ordinary spaces, which can be seen
 * and typed; a line must not begin with a colon or end with an opening quotation mark, so those spaces do not break.
 */

const NO_BREAK = "\u00a0";

/** A space that belongs to a mark, to a number's unit or to a name that ends in a number: `QoS 1 : 5 s`. */
const BOUND = / (?=»|[:;!?%](?![^\s)».,]))|(?<=«) |(?<=\bQoS|n°) (?=\d)|(?<=\d) (?=(?:ms|s|ko|octets?)\b)/g;

export function french(text: string): string {
  return text.replace(BOUND, NO_BREAK);
}

/** A whole catalogue: its texts, and what its functions say. */
export function frenchThroughout<T>(words: T): T {
  if (typeof words === "string") return french(words) as T;
  if (typeof words === "function")
    return ((...values: unknown[]) => french((words as (...given: unknown[]) => string)(...values))) as T;
  if (Array.isArray(words)) return words.map((word: unknown) => frenchThroughout(word)) as T;
  const entries = Object.entries(words as Record<string, unknown>).map(([key, value]) => [
    key,
    frenchThroughout(value),
  ]);
  return Object.fromEntries(entries) as T;
}
