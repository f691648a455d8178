import type { Side } from "../rules";
import type { Carried } from "./frames";

/** How many entries with bytes are still to come from each side of each connection. */
export class Upcoming {
  private readonly counts = new Map<string, number>();

  constructor(entries: readonly Carried[]) {
    for (const entry of entries) this.change(entry, 1);
  }

  /** One of them came. */
  came(entry: Carried): void {
    this.change(entry, -1);
  }

  /** Whether any of these sides will be heard again. */
  has(connection: number, sides: readonly Side[]): boolean {
    return sides.some((side) => (this.counts.get(`${connection} ${side}`) ?? 0) > 0);
  }

  private change({ connection, from }: Carried, by: 1 | -1): void {
    const key = `${connection} ${from}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }
}
