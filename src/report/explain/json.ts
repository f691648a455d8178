/** A line for programs: one JSON object. The names are a promise, see README. */
import type { LogEvent } from "../../evidence/log/event";
import { visibleJson } from "../text/printable";
import { Clock } from "./clock";
import type { Entry } from "./entry";
import { explain } from "./explain";
import type { Explanation, Vocabulary } from "./explanation";

/** `event` of lines that tell no event: known and of no interest, or not understood. */
type NoEvent = "not-of-interest" | "unknown";

/** Fields of an event that stand in the object under another name. */
const RENAMED: ReadonlySet<string> = new Set(["kind", "client", "type"]);

/** @returns what makes a line of JSON, with its end, of an entry */
export function jsonView(say: Vocabulary): (entry: Entry) => string {
  const clock = new Clock();
  return ({ line, event, client, packet, owner }) => {
    const base = field("at", clock.read(line.stamp).at) + field("line", line.raw);
    if (event === undefined) {
      const none: NoEvent = line.interest === "not-of-interest" ? line.interest : "unknown";
      return object(base + field("event", none));
    }
    const text =
      base +
      field("event", event.kind) +
      field("client", client) +
      field("packet", packet) +
      fieldsOf(event) +
      field("explanation", inOneLine(explain(event, say, owner)));
    return object(text);
  };
}

function fieldsOf(event: LogEvent): string {
  let text = "";
  const values: Readonly<Record<string, Value>> = { ...event };
  for (const name in values) if (!RENAMED.has(name)) text += field(name, values[name]);
  return text;
}

type Value = string | number | boolean | null | undefined;

/** Put together by hand: copying each event's fields into one object takes most of the time otherwise. */
function field(name: string, value: Value): string {
  return value === undefined
    ? ""
    : `,"${name}":${typeof value === "string" ? JSON.stringify(value) : String(value)}`;
}

function object(fields: string): string {
  return visibleJson(`{${fields.slice(1)}}\n`);
}

function inOneLine({ parts }: Explanation): string {
  return parts.map(({ code, text }) => (code === undefined ? text : `${code} ${text}`)).join(" · ");
}
