/** Parts of an exercise that do not depend on one another are played side by side: what costs time is waiting. */

/**
 * Waits for every part, also when one of them fails: what the others show is judged all the same.
 * @throws what the first failed part threw, once all are over
 */
export async function abreast(...parts: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(parts);
  const broken = ends.find((end) => end.status === "rejected");
  if (broken) throw broken.reason as Error;
}
