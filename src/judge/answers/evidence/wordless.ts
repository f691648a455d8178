/**
 * Lines of a log without words of their own: `⇥<filter> (QoS 1)`, `⇥<topic>`, `<id> 1 <filter>`. What they are is settled
 * by the line before. Pasting often takes the TAB away.
 */
import type { LogLine } from "../../../evidence/log/line";
import type { LineParser } from "../../../evidence/log/line-parser";
import type { LogEvent } from "../../../evidence/log/event";
import { plain } from "./pasted";

/**
 * @param text the pasted line
 * @param parser has read the lines before
 * @param last the line before it
 */
export function wordless(text: string, parser: LineParser, last: LogLine | undefined): LogLine | undefined {
  if (last?.event === undefined) return undefined;
  const folded = plain(text);
  const tabbed = withTab(folded, last);
  if (tabbed !== undefined && canFollow(last.event, tabbed)) return parser.parse(tabbed);
  const read = parser.parse(folded);
  return read.event !== undefined && isAbout(read.event, last.event) ? read : undefined;
}

/** The line with the TAB that the broker writes before filters, behind a time stamp as long as that of the line before. */
function withTab(text: string, { raw, message }: LogLine): string | undefined {
  const head = text.slice(0, raw.length - message.length);
  if (head !== "" && !/(?:\d.*: |\| )$/.test(head)) return undefined;
  const rest = text.slice(head.length).trim();
  return rest === "" ? undefined : `${head}\t${rest}`;
}

function canFollow(last: LogEvent, text: string): boolean {
  switch (last.kind) {
    case "packet":
      if (last.from === "client" && last.type === "UNSUBSCRIBE") return true;
      return last.from === "client" && last.type === "SUBSCRIBE" && FILTER.test(text);
    case "subscription":
      return FILTER.test(text);
    case "will":
      return true;
    default:
      return false;
  }
}

const FILTER = /\t.+ \((?:QoS [0-2]|denied)\)$/;

/** Whether the line is about the subscription, or the will, that the line before is about. */
function isAbout(event: LogEvent, last: LogEvent): boolean {
  if (event.kind === "subscription" || event.kind === "unsubscription")
    return "client" in last ? last.client === event.client : IN_SUBSCRIPTION.has(last.kind);
  return event.kind === "topic" || event.kind === "subscribe-filter";
}

const IN_SUBSCRIPTION: ReadonlySet<LogEvent["kind"]> = new Set(["subscribe-filter", "topic"]);
