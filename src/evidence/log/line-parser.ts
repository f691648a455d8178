/**
 * Reads the lines of one log in order. Some lines have no words of their own (`<id> <qos> <filter>`, `<id> <filter>`, a
 * bare `⇥topic`), and what they are is settled by the line before: the broker writes all lines of one packet together.
 */
import { undecorate } from "./decoration";
import type { LogEvent } from "./event";
import { printSubscription } from "./grammar/subscriptions";
import { type LogLine, readExpected, readLine } from "./line";

// Taken once, as in `line.ts`.
const [bareOf, read] = [undecorate, readLine];

export class LineParser {
  /** Whose SUBSCRIBE or UNSUBSCRIBE the lines are about. */
  private client: string | undefined;
  /** What a line that begins with a TAB must be. */
  private tabbed: "filter" | "topic" | undefined;
  private expected: LogEvent | undefined;

  /** Reads the next line of the log. */
  parse(raw: string): LogLine {
    const line = this.read(raw);
    if (line.event !== undefined) this.remember(line.event);
    return line;
  }

  private read(raw: string): LogLine {
    if (this.expected !== undefined) {
      const message = printSubscription(this.expected) ?? "";
      const line = readExpected(raw, bareOf(raw), message, this.expected);
      if (line !== undefined) return line;
    }
    const line = read(raw, bareOf(raw));
    if (this.tabbed !== "topic") return line;
    // `⇥a (QoS 1)` can be a topic of that name.
    if (line.event?.kind !== "subscribe-filter") return line;
    return line.meaning({ kind: "topic", topic: line.message.slice(1) });
  }

  private remember(event: LogEvent): void {
    this.expected = undefined;
    switch (event.kind) {
      case "packet":
        this.client = event.client;
        this.tabbed = event.from === "client" ? tabbedAfter(event.type) : undefined;
        return;
      case "will":
        this.client = undefined;
        this.tabbed = "topic";
        return;
      case "topic":
      case "subscribe-filter":
        this.expected = this.after(event);
        return;
      case "subscription":
      case "unsubscription":
        return;
      default:
        this.tabbed = undefined;
    }
  }

  /** The line that must follow, where it has no words of its own. */
  private after(event: LogEvent): LogEvent | undefined {
    const { client } = this;
    if (client === undefined) return undefined;
    if (event.kind === "subscribe-filter" && event.qos !== undefined) {
      return { kind: "subscription", client, qos: event.qos, filter: event.filter };
    }
    return event.kind === "topic" ? { kind: "unsubscription", client, filter: event.topic } : undefined;
  }
}

/** What lines that begin with a TAB are after the line of such a packet. */
function tabbedAfter(type: string): "filter" | "topic" | undefined {
  if (type === "SUBSCRIBE") return "filter";
  return type === "UNSUBSCRIBE" ? "topic" : undefined;
}
