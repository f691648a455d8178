/** A line that is looked for in a log. */
import type { LogLine } from "../../../evidence/log/line";
import { instantOf, type Instant } from "../evidence/instant";

export interface Sought {
  /** What the broker says in it, without time stamp. */
  readonly message: string;
  /** When, as far as its time stamp tells. */
  readonly at: Instant | undefined;
}

export function soughtOf({ message, stamp }: LogLine): Sought {
  return { message, at: instantOf(stamp) };
}
