/** A line for programs: one JSON object. The names are a promise, see README. */
import { jsonText } from "../text/printable";
import { Clock } from "./clock";
import type { Entry } from "./entry";
import { explain } from "./explain";
import type { Explanation, Vocabulary } from "./explanation";

/** `event` of lines that tell no event: known and of no interest, or not understood. */
type NoEvent = "not-of-interest" | "unknown";

/** @returns what makes a line of JSON, with its end, of an entry */
export function jsonView(say: Vocabulary): (entry: Entry) => string {
  const clock = new Clock();
  return ({ line, event, client, packet, owner }) => {
    const { at } = clock.read(line.stamp);
    const base = { at, line: line.raw };
    if (event === undefined) {
      const none: NoEvent = line.interest === "not-of-interest" ? line.interest : "unknown";
      return `${jsonText({ ...base, event: none })}\n`;
    }
    const { kind, ...fields } = event;
    const explanation = inOneLine(explain(event, say, owner));
    return `${jsonText({ ...base, event: kind, client, packet, ...fields, type: undefined, explanation })}\n`;
  };
}

function inOneLine({ parts }: Explanation): string {
  return parts.map(({ code, text }) => (code === undefined ? text : `${code} ${text}`)).join(" · ");
}
