/** A map whose values are made when they are first asked for: a sheet needs few of all questions at a time. */

/**
 * @param keys in the order in which they are to come
 * @param make of a key's value; asked once
 */
export function onDemand<Value>(
  keys: readonly string[],
  make: (key: string) => Value,
): ReadonlyMap<string, Value> {
  const known = new Set(keys);
  const made = new Map<string, Value>();
  const valueOf = (key: string): Value => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
  const all = () => new Map(keys.map((key) => [key, valueOf(key)]));
  return {
    size: known.size,
    has: (key) => known.has(key),
    get: (key) => (known.has(key) ? valueOf(key) : undefined),
    keys: () => known.keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
    forEach: (each) => {
      all().forEach(each);
    },
  };
}
