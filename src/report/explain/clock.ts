/** When a line was written, as the broker's timestamp tells. `log_timestamp_format` can make anything of it. */

export interface Moment {
  /** `2026-11-23`, in local time; undefined when the timestamp has none. */
  readonly day: string | undefined;
  /** `08:01:12` where it can be told, else as much of the timestamp as fits. */
  readonly time: string;
  /** ISO 8601 in UTC for Mosquitto's default (seconds since 1970); any other as it stands in the line. */
  readonly at: string | null;
}

const TIME = /\d\d:\d\d:\d\d/;
const DAY = /\d{4}-\d\d-\d\d/;
const WIDTH = 8;
const NONE: Moment = { day: undefined, time: "", at: null };

/** Lines of one second have the same timestamp, which is therefore read once. */
export class Clock {
  private stamp: string | undefined;
  private moment = NONE;

  read(stamp: string | undefined): Moment {
    if (stamp === undefined || stamp === "") return NONE;
    if (stamp === this.stamp) return this.moment;
    this.stamp = stamp;
    this.moment = /^\d{9,11}$/.test(stamp) ? ofSeconds(Number(stamp)) : ofText(stamp);
    return this.moment;
  }
}

function ofSeconds(seconds: number): Moment {
  const date = new Date(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
  return { day, time, at: date.toISOString().replace(".000", "") };
}

function ofText(stamp: string): Moment {
  const time = TIME.exec(stamp)?.[0] ?? stamp.slice(0, WIDTH);
  return { day: DAY.exec(stamp)?.[0], time, at: stamp };
}
