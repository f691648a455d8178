/** Holds one connection's log lines against those foretold from its packets. */
import type { Entry } from "../../evidence/journal/entry";
import type { LogEvent } from "../../evidence/log/event";
import type { Narration } from "../../evidence/log/narrator";
import type { LogSighting } from "../log-view";
import { answersTooEarly, questionKey } from "./log-causes";
import type { Chapter } from "./log-chapters";

export interface Difference {
  readonly expected: Narration | undefined;
  readonly actual: LogSighting | undefined;
  readonly because: readonly Entry[];
}

/**
 * What the broker received, what it sent, and what it decided keep their order each; between the three the order is the
 * broker's own, but for an answer, which stands behind what it answers.
 */
type Stream = "received" | "sent" | "decided";
const STREAMS: readonly Stream[] = ["received", "sent", "decided"];

/** How a connection ended decides which of its last packets may be missing. */
export interface Loss {
  /** Those that the broker may never have received, or decided upon: missing in the log. */
  readonly received: boolean;
  /** Those that it sent and nobody saw: missing on the wire. */
  readonly sent: boolean;
}

/**
 * @returns the first line that is missing, different or too many
 */
export function firstDifference(
  chapter: Chapter,
  lines: readonly LogSighting[],
  loss: Loss,
): Difference | undefined {
  const refused = lines.some(({ event }) => event.kind === "publish-refused");
  for (const stream of STREAMS) {
    const expected = chapter.lines.filter((line) => streamOf(line.event) === stream);
    const actual = lines.filter((line) => streamOf(line.event) === stream);
    const length = Math.max(expected.length, actual.length);
    for (let i = 0; i < length; i++) {
      const [foretold, told] = [expected[i], actual[i]];
      if (foretold && told && same(foretold, told.event, refused)) continue;
      if (stream === "sent" ? foretold === undefined && loss.sent : told === undefined && loss.received)
        break;
      return {
        expected: foretold,
        actual: told,
        because: [foretold?.because, told?.entry].filter((entry) => entry !== undefined),
      };
    }
  }
  return misplacedAnswer(chapter, lines);
}

/** An answer that the log tells before what it answers, although the wire saw them the other way round. */
function misplacedAnswer({ lines: foretold }: Chapter, told: readonly LogSighting[]): Difference | undefined {
  const events = told.map(({ event }) => received(event));
  if (answersTooEarly(foretold.map(({ event }) => event)).size > 0) return undefined;
  for (const [place, key] of answersTooEarly(events)) {
    const actual = told[place];
    const expected = foretold.find(({ event }) => questionKey(event) === key);
    // Where the question is missing altogether, the connection was torn.
    if (!actual || !expected || !events.slice(place).some((event) => questionKey(event) === key)) continue;
    return { expected, actual, because: [expected.because, actual.entry] };
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

/** @param refused the broker refused a PUBLISH of this connection, and its acknowledgement may say so */
function same(foretold: Narration, line: LogEvent, refused: boolean): boolean {
  const { because } = foretold;
  const [event, told] = [received(foretold.event), received(line)];
  const level = because.event === "packet" ? because.level : 4;
  const names = new Set([...Object.keys(event), ...Object.keys(told)]);
  return [...names].every((name) => {
    if (NOT_COMPARED.has(name)) return true;
    // The log prints a reason code that only MQTT 5 carries: before it, the wire cannot tell a refusal.
    if (name === "code" && level !== 5 && !isConnack(event)) return refused || !field(told, name);
    return field(event, name) === field(told, name);
  });
}

function isConnack(event: LogEvent): boolean {
  return event.kind === "packet" && event.type === "CONNACK";
}

function field(event: LogEvent, name: string): unknown {
  return (event as unknown as Readonly<Record<string, unknown>>)[name];
}
