/** Which lines of a log were written in a second. */
import type { Instant } from "../evidence/instant";
import type { LogTable } from "./table";

/** Lines from the first on, before the second. */
export type Span = readonly [number, number];

/** @returns every line where the time cannot be compared with the log's */
export function timesOf({
  turns,
  seconds,
  clock,
  lines,
}: LogTable): (at: Instant | undefined) => readonly Span[] {
  let order: Uint32Array | undefined;
  return (at) => {
    if (at === undefined || at.clock !== clock) return [[0, lines]];
    order ??= byTime(seconds);
    const secondOf = (i: number) => seconds[order?.[i] ?? 0] ?? 0;
    const spans: Span[] = [];
    for (let i = firstNotBelow(secondOf, at.second, 0, seconds.length); secondOf(i) === at.second; i++) {
      const turn = order[i];
      if (turn === undefined) break;
      spans.push([turns[turn] ?? 0, turns[turn + 1] ?? lines]);
    }
    return spans;
  };
}

/** Turns in the order of time: that of the log, but where a clock was set back or counts each day anew. */
function byTime(seconds: Uint32Array): Uint32Array {
  const order = Uint32Array.from(seconds, (_, i) => i);
  const isSorted = seconds.every((second, i) => second >= (seconds[i - 1] ?? 0));
  return isSorted ? order : order.sort((a, b) => (seconds[a] ?? 0) - (seconds[b] ?? 0) || a - b);
}

/** The first place in [from, to) whose value is not below `least`, or `to`. */
export function firstNotBelow(
  valueAt: (i: number) => number,
  least: number,
  from: number,
  to: number,
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
