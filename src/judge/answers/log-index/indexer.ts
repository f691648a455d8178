/** Reads a log into a table, line by line. */
import type { LogEvent } from "../../../evidence/log/event";
import { LineParser } from "../../../evidence/log/line-parser";
import { FOLLOWERS } from "../../log-view";
import { instantOf, type Clock, type Instant } from "../evidence/instant";
import { fingerprint } from "./fingerprint";
import { numbers } from "./numbers";
import { bitsFor, bucketOf, markOf, sharedNumbers, type LogTable } from "./table";

export interface Indexer {
  add(line: string): void;
  table(): LogTable;
}

export function indexer(): Indexer {
  const [prints, connections] = [numbers(Float64Array), numbers()];
  const [parser, whose, when] = [new LineParser(), connectionCounter(), timekeeper()];
  return {
    add(raw) {
      const line = parser.parse(raw);
      const { message } = line;
      if (message.trim() === "") return;
      when.see(line.stamp, line.event, prints.length);
      prints.push(fingerprint(message));
      connections.push(whose.connectionOf(line.event));
    },
    table: () => ({
      ...sorted(prints),
      ...when.kept(),
      connections: copied(connections),
      clients: whose.clients,
    }),
  };
}

type Numbers = ReturnType<typeof numbers>;

/** Lines by their fingerprints: counted into buckets, each in the log's order. */
function sorted(prints: Numbers): Pick<LogTable, "lines" | "bits" | "starts" | "places" | "marks"> {
  const [lines, bits] = [prints.length, bitsFor(prints.length)];
  const starts = sharedNumbers(2 ** bits + 1);
  for (let i = 0; i < lines; i++) count(starts, bucketOf(prints.at(i), bits) + 1);
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const next = starts.slice();
  const [places, marks] = [sharedNumbers(lines), sharedNumbers(lines)];
  for (let i = 0; i < lines; i++) {
    const print = prints.at(i);
    const place = count(next, bucketOf(print, bits));
    places[place] = i;
    marks[place] = markOf(print);
  }
  return { lines, bits, starts, places, marks };
}

/** @returns what stood there before one was added */
function count(counts: Uint32Array, i: number): number {
  const before = counts[i] ?? 0;
  counts[i] = before + 1;
  return before;
}

function copied(list: Numbers): Uint32Array {
  const array = sharedNumbers(list.length);
  for (let i = 0; i < array.length; i++) array[i] = list.at(i);
  return array;
}

/** Counts connections from 1: one begins with "New client connected", and behind the line that ends the one before. */
function connectionCounter() {
  const [clients, open] = [new Set<string>(), new Map<string, number>()];
  let [count, last] = [0, 0];
  return {
    clients,
    connectionOf(event: LogEvent | undefined): number {
      if (event === undefined || !("client" in event))
        return event !== undefined && FOLLOWERS.has(event.kind) ? last : (last = 0);
      const { client } = event;
      if (event.kind === "client-connected") open.delete(client);
      last = open.get(client) ?? ++count;
      clients.add(client);
      if (event.kind === "disconnected") open.delete(client);
      else open.set(client, last);
      return last;
    },
  };
}

/** Lines before the first about a client, of which times are remembered until the clock is known. */
const MOST_EARLY = 10_000;

/**
 * The clock of the log is that of its lines about clients: what a broker says while it reads its configuration may have
 * another.
 */
function timekeeper() {
  const [turns, seconds] = [numbers(), numbers()];
  const early: { readonly instant: Instant; readonly line: number }[] = [];
  let clock: Clock | undefined;
  let [lastStamp, lastSecond]: [string | undefined, number] = [undefined, -1];
  const turn = ({ second }: Instant, line: number) => {
    if (second === lastSecond) return;
    lastSecond = second;
    turns.push(line);
    seconds.push(second);
  };
  return {
    see(stamp: string | undefined, event: LogEvent | undefined, line: number): void {
      if (clock !== undefined && stamp === lastStamp) return;
      const instant = instantOf(stamp);
      if (instant === undefined) return;
      if (clock === undefined && event !== undefined && "client" in event) {
        clock = instant.clock;
        for (const told of early.splice(0)) if (told.instant.clock === clock) turn(told.instant, told.line);
      }
      if (clock === undefined && early.length < MOST_EARLY) early.push({ instant, line });
      if (instant.clock !== clock) return;
      lastStamp = stamp;
      turn(instant, line);
    },
    kept: () => ({ clock, turns: copied(turns), seconds: copied(seconds) }),
  };
}
