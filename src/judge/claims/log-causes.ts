/** The order that two lines of one connection owe each other: an answer stands behind what it answers. */
import type { LogEvent } from "../../evidence/log/event";

/** What the broker sends, and what it must have received before. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ["PINGRESP", "PINGREQ"],
  ["SUBACK", "SUBSCRIBE"],
  ["UNSUBACK", "UNSUBSCRIBE"],
  ["PUBACK", "PUBLISH"],
  ["PUBREC", "PUBLISH"],
  ["PUBCOMP", "PUBREL"],
]);

/**
 * Places of the answers that come before what they answer, each with the key of its question. Answers to a PUBLISH are
 * told apart by their packet identifier.
 */
export function answersTooEarly(events: readonly LogEvent[]): ReadonlyMap<number, string> {
  const asked = new Map<string, number>();
  const early = new Map<number, string>();
  for (const [place, event] of events.entries()) {
    if (event.kind !== "packet") continue;
    const question = event.from === "broker" ? ANSWERS.get(event.type) : event.type;
    if (question === undefined) continue;
    const key = keyOf(question, event);
    const open = asked.get(key) ?? 0;
    if (event.from === "client") asked.set(key, open + 1);
    else if (open > 0) asked.set(key, open - 1);
    else early.set(place, key);
  }
  return early;
}

/** Of an event that asks: the key by which `answersTooEarly` names it. */
export function questionKey(event: LogEvent): string | undefined {
  return event.kind === "packet" && event.from === "client" ? keyOf(event.type, event) : undefined;
}

function keyOf(question: string, event: LogEvent): string {
  const { packetId } = event as { readonly packetId?: number };
  return question.startsWith("PUB") ? `${question} ${packetId ?? 0}` : question;
}
