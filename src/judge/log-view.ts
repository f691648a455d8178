/** The journal's log lines, parsed once and sorted by the client that each is about. */
import type { Entry, LogEntry } from "../evidence/journal/entry";
import type { EventOf, LogEvent } from "../evidence/log/event";
import type { LogLine } from "../evidence/log/line";
import { LineParser } from "../evidence/log/line-parser";

/** One line with what it says. */
export interface LogSighting {
  readonly entry: LogEntry;
  readonly event: LogEvent;
}

/** Events that name no client and belong to the line before: wills, and the filters of a SUBSCRIBE or UNSUBSCRIBE. */
export const FOLLOWERS: ReadonlySet<LogEvent["kind"]> = new Set([
  "no-will",
  "will",
  "topic",
  "subscribe-filter",
]);

export class LogView {
  readonly sightings: readonly LogSighting[];
  readonly lines: number;
  readonly counts: { readonly lines: number; readonly understood: number; readonly unknown: number };
  private readonly byClient = new Map<string, LogSighting[]>();

  constructor(entries: readonly Entry[]) {
    const logged = entries.filter((entry): entry is LogEntry => entry.source === "log");
    const parser = new LineParser();
    const parsed = logged.map((entry) => ({ entry, line: parser.parse(entry.text) }));
    const count = (interest: LogLine["interest"]) =>
      parsed.filter(({ line }) => line.interest === interest).length;
    this.lines = logged.length;
    this.counts = { lines: logged.length, understood: count("understood"), unknown: count("unknown") };
    this.sightings = parsed.flatMap(({ entry, line: { event } }) =>
      event === undefined ? [] : [{ entry, event }],
    );
    this.sortByClient();
  }

  /** Lines about that client, in the log's order, the lines that follow them included. */
  of(client: string): readonly LogSighting[] {
    return this.byClient.get(client) ?? [];
  }

  /** Lines of that kind, whoever they are about. */
  all<K extends LogEvent["kind"]>(kind: K): readonly { entry: LogEntry; event: EventOf<K> }[] {
    return this.sightings.filter(
      (sighting): sighting is { entry: LogEntry; event: EventOf<K> } => sighting.event.kind === kind,
    );
  }

  private sortByClient(): void {
    let last: string | undefined;
    for (const sighting of this.sightings) {
      const { event } = sighting;
      const client = "client" in event ? event.client : FOLLOWERS.has(event.kind) ? last : undefined;
      last = client;
      if (client === undefined) continue;
      const known = this.byClient.get(client);
      if (known) known.push(sighting);
      else this.byClient.set(client, [sighting]);
    }
  }
}
