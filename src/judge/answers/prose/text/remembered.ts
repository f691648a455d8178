/** Keeps what was found about a word: the same words come again and again in the answers of a class. */

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
    known.set(word, { value });
    return value;
  };
}
