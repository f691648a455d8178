/** Keeps what was found about a word, or an answer: the same ones come again and again in a class. */

/** Beyond so many words, unless told otherwise, all is forgotten: whoever writes nonsense must not fill the memory. */
const AT_MOST = 20_000;

/**
 * @param of a pure function
 * @param atMost words that are kept
 */
export function remembered<Value>(of: (word: string) => Value, atMost = AT_MOST): (word: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before.value;
    if (known.size >= atMost) known.clear();
    const value = of(word);
    known.set(apart(word), { value });
    return value;
  };
}

/** A copy: a part of a text keeps the whole of it in memory. */
function apart(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
