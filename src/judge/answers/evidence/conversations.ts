/** Sorts an excerpt's lines by what they are about: one client on one connection, as far as the lines tell. */
import { FOLLOWERS } from "../../log-view";
import { runsBackwards } from "./instant";
import type { Excerpt, ShownLine } from "./excerpt";

export interface Conversation {
  readonly client: string;
  readonly lines: readonly ShownLine[];
}

/**
 * A connection begins with "New client connected", and behind the line that ends the one before. An excerpt that was put
 * together of several, not in the order of time, is several: what is apart and earlier continues nothing.
 */
export function conversationsOf({ lines }: Excerpt): Conversation[] {
  const [all, open] = [[] as { client: string; lines: ShownLine[] }[], new Map<string, ShownLine[]>()];
  let last: ShownLine[] | undefined;
  for (const [i, line] of lines.entries()) {
    const { event } = line;
    const before = lines[i - 1];
    if (line.apart && isEarlier(line, before)) open.clear();
    if (!("client" in event)) {
      if (!FOLLOWERS.has(event.kind)) last = undefined;
      last?.push(line);
      continue;
    }
    const { client } = event;
    if (event.kind === "client-connected") open.delete(client);
    last = open.get(client) ?? [];
    if (!open.has(client)) all.push({ client, lines: last });
    open.set(client, last);
    last.push(line);
    if (event.kind === "disconnected") open.delete(client);
  }
  return all;
}

/** Whether a line was certainly written before the one that stands before it. */
export function isEarlier(line: ShownLine, before: ShownLine | undefined): boolean {
  return before?.at !== undefined && line.at !== undefined && runsBackwards(before.at, line.at);
}
