/**
 * The broker's own log, in which excerpts are looked for. It is read once, a line at a time, and some sixteen bytes are kept
 * of each. What is kept is plain data in shared memory: threads that judge hand on the table and open it again.
 */
import { parseLine } from "../../evidence/log/line";
import type { Instant } from "./evidence/instant";
import { coverage } from "./log-index/coverage";
import { finder } from "./log-index/finder";
import { indexer } from "./log-index/indexer";
import type { Sought } from "./log-index/sought";
import type { LogTable } from "./log-index/table";

export interface LogIndex {
  readonly table: LogTable;
  /** Whether the log has that line, as it stands there but for what decorates lines (time, container, colours). */
  has(line: string): boolean;
  /** Whether the log has it in that second; in any, where the time stamps of the two cannot be compared. */
  hasThen(sought: Sought): boolean;
  /** Whether the log has all of them, in this order and about one connection, at the times that they tell. */
  hasTogether(sought: readonly Sought[]): boolean;
  /** Whether any line is about that client. */
  knows(client: string): boolean;
  /** False where the log was certainly not being written at that time. */
  covers(at: Instant): boolean;
}

/**
 * Reads a log, in order and in constant memory but for what is kept.
 * @param lines with or without time stamps and decoration; in batches, as `lineBatches` gives them, it is faster
 */
export async function indexLog(
  lines: Iterable<string> | AsyncIterable<string | readonly string[]>,
): Promise<LogIndex> {
  const reader = indexer();
  for await (const part of lines) {
    if (typeof part === "string") reader.add(part);
    else for (const line of part) reader.add(line);
  }
  return openIndex(reader.table());
}

/** The index of a table that was made elsewhere. */
export function openIndex(table: LogTable): LogIndex {
  const find = finder(table);
  return {
    table,
    has: (line) => find.isThere({ message: parseLine(line).message, at: undefined }),
    hasThen: (sought) => find.isThere(sought),
    hasTogether: (sought) => find.isTogether(sought),
    knows: (client) => table.clients.has(client),
    covers: coverage(table),
  };
}
