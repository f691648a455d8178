/** Where the bytes of a log come from when the run did not start the broker itself. */
import type { Readable } from "node:stream";

export interface LogSource {
  /** For the report: the command or the file. */
  readonly text: string;
  /**
   * Opens the log. Destroying the stream ends all that stands behind it.
   *
   * @throws LogSourceError when there is nothing to read; the stream fails with one when that shows later
   */
  open(): Promise<Readable>;
}
