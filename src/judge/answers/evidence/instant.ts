/**
 * When a line of a log was written, as far as its time stamp tells: whatever stands before it in the line, be it the number
 * of the line or the name of a file, does not count.
 */

/**
 * What a time stamp counts: seconds since 1970, the same in the zone of the broker's machine, or seconds since midnight.
 * Only instants of one clock can be compared.
 */
export type Clock = "epoch" | "local" | "day";

export interface Instant {
  readonly clock: Clock;
  /** Whole seconds. */
  readonly second: number;
}

const EPOCH = /(?:^|\D)(\d{10})$/;
const DATE = /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:?\d\d)?$/;
const TIME = /(\d\d):(\d\d):(\d\d)$/;

/** @param stamp what stands before the broker's message, see `LogLine.stamp` */
export function instantOf(stamp: string | undefined): Instant | undefined {
  if (stamp === undefined) return undefined;
  const epoch = EPOCH.exec(stamp)?.[1];
  if (epoch !== undefined) return { clock: "epoch", second: Number(epoch) };
  const date = DATE.exec(stamp);
  if (date !== null) return dated(date);
  const [, hours, minutes, seconds] = TIME.exec(stamp) ?? [];
  if (seconds === undefined) return undefined;
  return { clock: "day", second: (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds) };
}

function dated([, year, month, day, hours, minutes, seconds, zone]: RegExpExecArray): Instant {
  const numbers = [year, month, day, hours, minutes, seconds].map(Number);
  const [y = 0, m = 1, d = 1, h = 0, min = 0, s = 0] = numbers;
  const second = Date.UTC(y, m - 1, d, h, min, s) / 1000;
  if (zone === undefined) return { clock: "local", second };
  return { clock: "epoch", second: second - offsetOf(zone) };
}

/** Seconds by which a zone (`Z`, `+02:00`, `-0330`) is ahead of UTC. */
function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const digits = zone.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -60 : 60) * minutes;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Whether `later` is certainly before `earlier`. Behind midnight a clock of the day begins anew. */
export function runsBackwards(earlier: Instant, later: Instant): boolean {
  if (earlier.clock !== later.clock || later.second >= earlier.second) return false;
  return earlier.clock !== "day" || earlier.second < DAY - HOUR || later.second > HOUR;
}
