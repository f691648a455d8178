/** Which times a log tells of: it may begin later than an excerpt, or lack a part that was rotated away. */
import type { Instant } from "../evidence/instant";
import type { LogTable } from "./table";

/** A log in which nothing is written for so long, in seconds, may have a gap there. */
const QUIET = 15 * 60;
/** Zones differ by no more, in seconds. */
const ZONES = 14 * 3600;

export function coverage({ seconds, clock }: LogTable): (at: Instant) => boolean {
  const written = new Set<number>();
  let [first, last] = [Infinity, -Infinity];
  for (const second of seconds) {
    written.add(Math.floor(second / QUIET));
    first = Math.min(first, second);
    last = Math.max(last, second);
  }
  return (at) => {
    if (clock === at.clock) {
      if (at.second < first || at.second > last) return false;
      const quarter = Math.floor(at.second / QUIET);
      return [quarter - 1, quarter, quarter + 1].some((near) => written.has(near));
    }
    if (clock === undefined || clock === "day" || at.clock === "day") return true;
    return at.second >= first - ZONES && at.second <= last + ZONES;
  };
}
