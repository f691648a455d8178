/**
 * REFERENCE section 4. Two of its lines have no words of their own: `<id> <qos> <filter>` and `<id> <filter>`. Anything
 * with a space in it could be one, so they are read with care: see `looseSubscription`.
 */
import type { LogEvent } from "../event";
import type { SubscribeFilterEvent } from "../event/subscriptions";
import { free, int } from "./field";
import { type Form, line } from "./form";

const filter = free("filter", 0);

export const subscriptions: readonly Form[] = [
  line<SubscribeFilterEvent>(
    { kind: "subscribe-filter", denied: true },
    { since: "2.1.0" },
  )`	${filter} (denied)`,
  line<SubscribeFilterEvent>({ kind: "subscribe-filter" })`	${filter} (QoS ${int("qos")})`,
];

/** The lines without words of their own, as the broker prints them. */
export function printSubscription(event: LogEvent): string | undefined {
  if (event.kind === "subscription") return `${event.client} ${event.qos} ${event.filter}`;
  if (event.kind === "unsubscription") return `${event.client} ${event.filter}`;
  return undefined;
}

const SPACE = 32;

/**
 * Reads `<id> <qos> <filter>` and `<id> <filter>` where nothing else is known. The format is ambiguous, so only what can
 * hardly be anything else is taken: a client identifier without spaces, not ending as a sentence does, and in the form
 * without a QoS a filter of one word with `/`, `+`, `#` or `$` in it. `LineParser` knows more and reads them all.
 */
export function looseSubscription(text: string, at: number): LogEvent | undefined {
  const space = text.indexOf(" ", at);
  if (space <= at || space + 1 >= text.length || endsSentence(text, space)) return undefined;
  const client = text.slice(at, space);
  if (text.charCodeAt(space + 2) === SPACE) {
    const qos = text.charCodeAt(space + 1) - 48;
    if (qos < 0 || qos > 2 || space + 3 >= text.length) return undefined;
    return { kind: "subscription", client, qos, filter: text.slice(space + 3) };
  }
  const filterText = text.slice(space + 1);
  if (!looksLikeFilter(filterText)) return undefined;
  return { kind: "unsubscription", client, filter: filterText };
}

function endsSentence(text: string, end: number): boolean {
  return ".:,;!?|".includes(text.charAt(end - 1));
}

function looksLikeFilter(text: string): boolean {
  return (
    !text.includes(" ") && !endsSentence(text, text.length) && /[/+#$]/.test(text) && !text.includes("://")
  );
}
