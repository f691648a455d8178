/** Lines of the broker's log in an answer: whole ones, read with the grammar, and what students leave of them. */
import type { LogEvent } from "../../../../evidence/log/event";
import { LineParser } from "../../../../evidence/log/line-parser";
import type { Item } from "./item";

/** Kinds that have no words of their own: nearly every line of an answer could be one. */
const WORDLESS: ReadonlySet<LogEvent["kind"]> = new Set([
  "subscription",
  "unsubscription",
  "topic",
  "subscribe-filter",
]);
const SHORTENED =
  /^(?:\d{9,11}: ?)?(Received|Sending) (PUBLISH|PUBACK|PUBREC|PUBREL|PUBCOMP|CONNACK|SUBSCRIBE|SUBACK|PINGREQ|PINGRESP|DISCONNECT) (?:from|to) (\S{1,80})(?: ?\(.*)?$/i;
const MESSAGE_ID = /\((?:m|mid:? ?)(\d{1,5})|, m(\d{1,5})[,)]/i;

/** What a line says to a sequence: a packet, nothing, or that it is no line of a log. */
export type LogReading = Item | "nothing" | undefined;

/** @returns a reader of the lines of one answer, in their order */
export function logReader(): (line: string) => LogReading {
  const parser = new LineParser();
  let before = false;
  return (line) => {
    const { event, interest } = parser.parse(line);
    const reading = event === undefined ? undefined : read(event, before);
    before = reading !== undefined;
    if (reading !== undefined) return reading;
    if (interest === "not-of-interest" && /^\d{9,11}: /.test(line)) return "nothing";
    return shortened(line);
  };
}

function read(event: LogEvent, afterLog: boolean): LogReading {
  if (WORDLESS.has(event.kind)) return afterLog ? "nothing" : undefined;
  if (event.kind !== "packet") return "nothing";
  const { type, from, client } = event;
  const id = "packetId" in event ? event.packetId : 0;
  return { type, sender: from, exchange: { client, id } };
}

function shortened(line: string): LogReading {
  const found = SHORTENED.exec(line.trim());
  if (found === null) return undefined;
  const [whole, verb = "", type = "", client = ""] = found;
  const id = MESSAGE_ID.exec(whole);
  return {
    type: type.toUpperCase(),
    sender: verb.toLowerCase() === "received" ? "client" : "broker",
    exchange: { client, id: Number(id?.[1] ?? id?.[2] ?? 0) },
  };
}
