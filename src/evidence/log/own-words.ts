/** Lines that can be of nothing but a broker's log. */
import type { LogLine } from "./line";

/** `<id> <qos> <filter>`, `<id> <filter>` and a bare topic could be anybody's: “Permission denied”. */
const WORDLESS: readonly string[] = ["subscription", "unsubscription", "topic"];

/** Whether the line bears words of a broker, so that a greeting or an excuse cannot be taken for it. */
export function hasOwnWords({ interest, event, message }: LogLine): boolean {
  if (interest === "unknown" || message.trim() === "") return false;
  return event === undefined || !WORDLESS.includes(event.kind);
}
