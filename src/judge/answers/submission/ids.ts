/** Ids of submissions: unique, and safe as names of files on every system. */

/** Characters of an id. Letters of any script may take four bytes each, and a file's name has 255. */
const LONGEST = 50;
/** Names that Windows keeps for devices, whatever follows a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const UNSAFE = /[^\p{L}\p{M}\p{N}.-]+/gu;
const EDGES = /^[._-]+|[._-]+$/g;

/**
 * @param names in any order, no two the same
 * @param called what is left of a name that the id is made of
 * @returns an id for each; of names that a file system may take for the same, the later ones in the order of their
 *   characters have a number behind
 */
export function idsFor(
  names: readonly string[],
  called: (name: string) => string = (name) => name,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of [...names].sort(byUnits)) {
    const safe = safeName(called(name));
    let id = safe;
    for (let n = 2; taken.has(foldedName(id)); n++) id = `${safe}-${n}`;
    taken.add(foldedName(id));
    ids.set(name, id);
  }
  return ids;
}

/** The order of UTF-16 units, the same in every locale. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What two names have in common that some file system or reader cannot tell apart. */
export function foldedName(name: string): string {
  return name.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function safeName(name: string): string {
  const plain = name.normalize("NFC").replace(UNSAFE, "_").replace(EDGES, "");
  const short = Array.from(plain).slice(0, LONGEST).join("").replace(EDGES, "");
  if (short === "") return "submission";
  return DEVICE.test(short) ? `submission-${short}` : short;
}
