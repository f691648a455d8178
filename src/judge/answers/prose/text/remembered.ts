/** Keeps what was found about a word, or an answer: the same ones come again and again in a class. */

/** Beyond so many words, unless told otherwise, all is forgotten: whoever writes nonsense must not fill the memory. */
const AT_MOST = 4_000;

/**
 * @param of a pure function
 * @param atMost words that are kept
 */
export function remembered<Value>(of: (word: string) => Value, atMost = AT_MOST): (word: string) => Value {
  const known = new Map<string, Value | typeof NOTHING>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before === NOTHING ? (undefined as Value) : before;
    if (known.size >= atMost) known.clear();
    const value = of(word);
    known.set(apart(word), value === undefined ? NOTHING : value);
    return value;
  };
}

const NOTHING = Symbol("nothing");

/** A copy: a part of a text keeps the whole of it in memory. */
function apart(text: string): string {
  const copy = Buffer.from(text).toString();
  // Half a character, which UTF-8 has no bytes for, would become another text.
  return copy === text ? copy : text;
}
