/**
 * The part of `Reflect` that @peculiar/x509 leaves to its user: tsyringe, inside it, notes with three functions what to hand
 * to which constructor. JavaScript has none of them, and they are not worth a dependency.
 */
type Notes = Map<unknown, unknown>;

/** A `Reflect` that can take notes; the global one stays as it is. */
export function reflectWithMetadata(): object {
  const notes = new WeakMap<object, Notes>();
  const own = (key: unknown, of: object) => notes.get(of)?.get(key);
  const inherited = (key: unknown, of: object | null): unknown =>
    of === null ? undefined : (own(key, of) ?? inherited(key, Reflect.getPrototypeOf(of)));
  const define = (key: unknown, value: unknown, of: object) => {
    const all: Notes = notes.get(of) ?? new Map();
    notes.set(of, all.set(key, value));
  };
  const added = { getMetadata: inherited, getOwnMetadata: own, defineMetadata: define };
  return Object.assign(Object.create(Reflect) as object, added);
}
