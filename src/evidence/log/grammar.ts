/**
 * The grammar of Mosquitto's log, in both directions. `parseMessage` reads what any version from 1.5 to 2.1 writes, and
 * `printEvent` writes what one version would. Both come from the same forms, one file a family in `grammar/`.
 */
import type { LogEvent } from "./event";
import { broker } from "./grammar/broker";
import { connections } from "./grammar/connections";
import { disconnections } from "./grammar/disconnections";
import { Dispatch } from "./grammar/dispatch";
import type { Form } from "./grammar/form";
import { ignored, isLayout } from "./grammar/ignored";
import { misdeeds } from "./grammar/misdeeds";
import { cutPublishes, packets } from "./grammar/packets";
import { looseSubscription, printSubscription, subscriptions } from "./grammar/subscriptions";
import { versionNumber } from "./version";

// Forms that begin alike are tried in this order: `⇥filter (QoS 1)` before the bare `⇥topic` that it could be too, and
// the frequent ends of clients before the rare other lines about them.
const forms: readonly Form[] = [
  ...packets,
  ...subscriptions,
  ...disconnections,
  ...connections,
  ...misdeeds,
  ...broker,
];

const whole = new Dispatch([...forms, ...ignored]);
const cut = new Dispatch(cutPublishes);

/** What a message turned out to be; undefined when it is nothing that is known. */
export type Reading = LogEvent | "not-of-interest" | undefined;

/** Reads the message that begins at `at`, if its own words tell what it is. */
export function readStrict(text: string, at: number): Reading {
  for (const form of whole.candidates(text, at)) {
    if (form.isIgnored) {
      if (form.beginsAt(text, at)) return "not-of-interest";
      continue;
    }
    const event = form.parse(text, at);
    if (event !== undefined) return event;
  }
  return undefined;
}

/** Reads a message that the broker cut at its limit of 999 bytes. */
export function readCut(text: string, at: number): LogEvent | undefined {
  for (const form of cut.candidates(text, at)) {
    const event = form.parse(text, at);
    if (event !== undefined) return event;
  }
  const isKnown = whole.candidates(text, at).some((form) => form.beginsAt(text, at));
  return isKnown ? { kind: "cut", text: text.slice(at) } : undefined;
}

/** Reads the lines that have no words of their own. */
export { looseSubscription as readLoose };

/** Whether a whole line only lays out another. */
export { isLayout };

/**
 * The event that a message tells of, whatever version wrote it; undefined for messages of no interest and for those that
 * are not understood. The message is without timestamp and prefixes: see `parseLine` for whole lines.
 */
export function parseMessage(text: string): LogEvent | undefined {
  const reading = readStrict(text, 0);
  if (reading === "not-of-interest") return undefined;
  return reading ?? looseSubscription(text, 0);
}

const byKind = new Map<string, Form[]>();
for (const form of [...forms, ...cutPublishes]) {
  byKind.set(form.event.kind, [...(byKind.get(form.event.kind) ?? []), form]);
}

/**
 * The message that this version of Mosquitto (`2.0.11`) writes for an event, without timestamp. An event that the
 * version never logs comes out in the words of the first version that does.
 */
export function printEvent(event: LogEvent, version: string): string {
  if (event.kind === "cut") return event.text;
  const number = versionNumber(version);
  let elsewhere: { since: number; message: string } | undefined;
  for (const form of byKind.get(event.kind) ?? []) {
    const message = form.print({ ...event });
    if (message === undefined) continue;
    if (number >= form.since && number < form.until) return message;
    if (elsewhere === undefined || form.since < elsewhere.since) elsewhere = { since: form.since, message };
  }
  return elsewhere?.message ?? printSubscription(event) ?? event.kind;
}
