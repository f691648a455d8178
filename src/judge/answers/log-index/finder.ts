/** Finds lines in a table. */
import { fingerprint } from "./fingerprint";
import type { Sought } from "./sought";
import { bucketOf, markOf, type LogTable } from "./table";
import { firstNotBelow, timesOf } from "./times";

export interface Finder {
  isThere(sought: Sought): boolean;
  isTogether(sought: readonly Sought[]): boolean;
}

/** Lines that are looked at before a search is given up, and nothing said against the excerpt. */
const MOST_STEPS = 1_000_000;

export function finder(table: LogTable): Finder {
  const linesOf = lister(table);
  return {
    isThere: (sought) => !linesOf(sought, 0).next().done,
    isTogether(all) {
      const [first, ...rest] = all;
      if (first === undefined) return true;
      const [tried, steps] = [new Set<number>(), { left: MOST_STEPS }];
      for (const line of linesOf(first, 0)) {
        const connection = table.connections[line] ?? 0;
        if (steps.left-- <= 0) return true;
        if (tried.has(connection)) continue;
        tried.add(connection);
        if (goesOn(line, connection, rest, steps)) return true;
      }
      return false;
    },
  };

  /** Whether the rest follows that line on its connection. The next of each is taken: a later one would be no better. */
  function goesOn(
    line: number,
    connection: number,
    rest: readonly Sought[],
    steps: { left: number },
  ): boolean {
    let last = line;
    for (const sought of rest) {
      let next: number | undefined;
      for (const candidate of linesOf(sought, last + 1)) {
        if (steps.left-- <= 0) return true;
        if (table.connections[candidate] !== connection) continue;
        next = candidate;
        break;
      }
      if (next === undefined) return false;
      last = next;
    }
    return true;
  }
}

/** Lists the lines with a message, at its time, from a line on and in the log's order for each second. */
function lister(table: LogTable): (sought: Sought, from: number) => Generator<number, undefined> {
  const { places, marks, starts, bits } = table;
  const spansOf = timesOf(table);
  return function* ({ message, at }, from) {
    const print = fingerprint(message);
    const [bucket, mark] = [bucketOf(print, bits), markOf(print)];
    const [start = 0, end = 0] = starts.subarray(bucket, bucket + 2);
    for (const [first, behind] of spansOf(at)) {
      let i = firstNotBelow((place) => places[place] ?? 0, Math.max(first, from), start, end);
      for (; i < end && (places[i] ?? behind) < behind; i++) if (marks[i] === mark) yield places[i] ?? 0;
    }
    return undefined;
  };
}
