/**
 * The three functions that @peculiar/x509 needs `Reflect` to have before it can be loaded: tsyringe, under it, notes with
 * them what to hand to which constructor. It leaves it to its user to bring them; they are not worth a dependency.
 */
type Notes = Map<unknown, unknown>;

const notes = new WeakMap<object, Notes>();

function own(key: unknown, of: object): unknown {
  return notes.get(of)?.get(key);
}

/** As own, or else what the object inherits. */
function inherited(key: unknown, of: object | null): unknown {
  if (of === null) return undefined;
  return own(key, of) ?? inherited(key, Reflect.getPrototypeOf(of));
}

function define(key: unknown, value: unknown, of: object): void {
  const all: Notes = notes.get(of) ?? new Map();
  notes.set(of, all.set(key, value));
}

/** Adds them to `Reflect`, unless somebody has done so. */
export function provideMetadata(): void {
  if ("getMetadata" in Reflect) return;
  Object.assign(Reflect, { getMetadata: inherited, getOwnMetadata: own, defineMetadata: define });
}
