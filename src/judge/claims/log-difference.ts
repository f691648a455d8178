/** Holds one connection's log lines against those foretold from its packets. */
import type { Entry } from "../../evidence/journal/entry";
import type { LogEvent } from "../../evidence/log/event";
import type { Narration } from "../../evidence/log/narrator";
import type { LogSighting } from "../log-view";
import type { Chapter } from "./log-chapters";

export interface Difference {
  readonly expected: Narration | undefined;
  readonly actual: LogSighting | undefined;
  readonly because: readonly Entry[];
}

/**
 * What the broker received, what it sent, and what it decided keep their order each; between the three the order is the
 * broker's own.
 */
type Stream = "received" | "sent" | "decided";
const STREAMS: readonly Stream[] = ["received", "sent", "decided"];

/**
 * @param hard the connection ended so that its last packets may be missing in the log (received) or on the wire (sent)
 * @returns the first line that is missing, different or too many
 */
export function firstDifference(
  chapter: Chapter,
  lines: readonly LogSighting[],
  hard: boolean,
): Difference | undefined {
  for (const stream of STREAMS) {
    const expected = chapter.lines.filter((line) => streamOf(line.event) === stream);
    const actual = lines.filter((line) => streamOf(line.event) === stream);
    const length = Math.max(expected.length, actual.length);
    for (let i = 0; i < length; i++) {
      const [foretold, told] = [expected[i], actual[i]];
      if (foretold && told && same(foretold, told.event)) continue;
      const atTheEnd = foretold === undefined ? stream === "sent" : told === undefined && stream !== "sent";
      if (hard && atTheEnd) break;
      return {
        expected: foretold,
        actual: told,
        because: [foretold?.because, told?.entry].filter((entry) => entry !== undefined),
      };
    }
  }
  return undefined;
}

/** A refusal stands in the log in place of "Received PUBLISH", and tells the same fields. */
function received(event: LogEvent): LogEvent {
  if (event.kind !== "publish-refused") return event;
  const { why: _why, ...fields } = event;
  return { ...fields, kind: "packet", from: "client", type: "PUBLISH" };
}

function streamOf(line: LogEvent): Stream {
  const event = received(line);
  if (event.kind !== "packet") return "decided";
  return event.from === "client" ? "received" : "sent";
}

/** Fields that the wire does not tell, or that another machine between client and broker changes. */
const NOT_COMPARED: ReadonlySet<string> = new Set(["ip", "port", "truncated", "bridge"]);

function same(foretold: Narration, line: LogEvent): boolean {
  const { because } = foretold;
  const [event, told] = [received(foretold.event), received(line)];
  const level = because.event === "packet" ? because.level : 4;
  const names = new Set([...Object.keys(event), ...Object.keys(told)]);
  return [...names].every((name) => {
    if (NOT_COMPARED.has(name)) return true;
    // The log prints a reason code that only MQTT 5 carries: before it, the wire has nothing to compare.
    if (name === "code" && level !== 5 && !isConnack(event)) return true;
    return field(event, name) === field(told, name);
  });
}

function isConnack(event: LogEvent): boolean {
  return event.kind === "packet" && event.type === "CONNACK";
}

function field(event: LogEvent, name: string): unknown {
  return (event as unknown as Readonly<Record<string, unknown>>)[name];
}
