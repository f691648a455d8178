/** The broker's own log, in which excerpts are looked for. */

export interface LogIndex {
  /** Whether the log has that line, as it stands there but for what decorates lines (time, container, colours). */
  has(line: string): boolean;
}
