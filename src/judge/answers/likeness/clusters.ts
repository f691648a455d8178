/** Pairs put together: whoever is alike to one of a group belongs to it. */

export interface Cluster {
  /** Places in a list, in their order. */
  readonly members: readonly number[];
  /** Strength of the weakest of its pairs. */
  readonly weakest: number;
}

export interface Clustering {
  /** Says that two are alike. */
  join(one: number, other: number, strength: number): void;
  /** The groups in the order of their first members, none of them with one member only. */
  clusters(): Cluster[];
}

/** A class in which everybody is alike has half a million pairs: they are joined as they are found, and not kept. */
export function clustering(size: number): Clustering {
  const parents = Array.from({ length: size }, (_, i) => i);
  const weakest = new Map<number, number>();
  const rootOf = (member: number) => {
    let root = member;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[member] = root;
    return root;
  };
  return {
    join: (one, other, strength) => {
      const [a, b] = [rootOf(one), rootOf(other)];
      const known = [weakest.get(a), weakest.get(b), strength].filter((value) => value !== undefined);
      parents[Math.max(a, b)] = Math.min(a, b);
      weakest.set(Math.min(a, b), Math.min(...known));
    },
    clusters: () => {
      const groups = new Map<number, number[]>();
      parents.forEach((_, member) => {
        const root = rootOf(member);
        if (weakest.has(root)) groups.set(root, [...(groups.get(root) ?? []), member]);
      });
      return [...groups].map(([root, members]) => ({ members, weakest: weakest.get(root) ?? 0 }));
    },
  };
}
