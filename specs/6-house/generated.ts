/**
 * Filters and topics made by chance, near misses among them. The generator is the suite's own and not fast-check's: it
 * needs neither shrinking nor arbitraries at run time, and a run can be made again from its seed alone, whatever the
 * versions of the libraries.
 */
const LEVELS = ["a", "b", "A", "a b", "é", "", "$x", "ab"];
const FILTERS = 32;
const TOPICS = 8;

export interface Case {
  readonly filter: string;
  readonly topics: readonly string[];
}

type Random = (below: number) => number;

/** The cases of a seed. Each has a first level of its own below `root`, so that no two filters overlap. */
export function cases(seed: number, root: string): readonly Case[] {
  const random = generator(seed);
  return Array.from({ length: FILTERS }, (_, i) => {
    const filter = filterLevels(random);
    const topics = new Set<string>();
    // A filter such as + alone has few topics near it: the number of attempts is bounded, not that of topics.
    for (let tries = 0; tries < 2 * TOPICS && topics.size < TOPICS; tries++) {
      topics.add(nearby(filter, random).join("/"));
    }
    const below = (levels: string) => `${root}/g${i}/${levels}`;
    return { filter: below(filter.join("/")), topics: [...topics].map(below) };
  });
}

/** A seed from a run's name, so that the name is enough to play the same cases again. */
export function seedOf(run: string): number {
  return Buffer.from(run).reduce((seed, byte) => (Math.imul(seed, 31) + byte) >>> 0, 7);
}

function filterLevels(random: Random): readonly string[] {
  const levels = Array.from({ length: 1 + random(3) }, () => (random(5) < 2 ? "+" : level(random)));
  return random(3) === 0 ? [...levels, "#"] : levels;
}

/** A topic that matches the filter, or one step away from that. */
function nearby(filter: readonly string[], random: Random): readonly string[] {
  const levels = filter.flatMap((part) => {
    if (part === "#") return Array.from({ length: random(3) }, () => level(random));
    return [part === "+" ? level(random) : part];
  });
  const place = random(levels.length);
  switch (random(6)) {
    case 0:
      return levels.with(place, level(random));
    case 1:
      return [...levels, level(random)];
    case 2:
      return levels.length > 1 ? levels.slice(0, -1) : levels;
    default:
      return levels;
  }
}

function level(random: Random): string {
  return LEVELS[random(LEVELS.length)] ?? "";
}

/** Marsaglia's xorshift with 32 bits of state (Journal of Statistical Software 8, 14, 2003). */
function generator(seed: number): Random {
  let state = seed || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
