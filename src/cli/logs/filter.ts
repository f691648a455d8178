/** Which lines are shown: by client, by topic, by packet. Lines that complete a shown one go with it. */
import type { LogEvent } from "../../evidence/log/event";
import { isTopicFilter, matches } from "../../judge/claims/topic-matching";
import { overlap } from "../../judge/claims/topic-overlap";
import { PACKETS, type Entry, type PacketName } from "../../report/explain/entry";
import { userError } from "../user-error";
import { Exchanges } from "./exchanges";
import type { LogsGiven } from "./flags";

/** Whether an entry is shown; asked once for each line, in order. */
export type Filter = (entry: Entry) => boolean;

/** @throws UserError for a topic filter that is none, or a packet that there is not */
export function filterOf(given: LogsGiven): Filter {
  const filters = [
    byClient(given.get("client") ?? []),
    byTopic(given.get("topic") ?? []),
    byPacket(given.get("type") ?? []),
  ].filter((filter) => filter !== undefined);
  // Every one is asked, since that of the topics has to see all messages.
  return (entry) => filters.map((filter) => filter(entry)).every(Boolean);
}

/** Several of one kind are alternatives. */
function byClient(globs: readonly string[]): Filter | undefined {
  if (globs.length === 0) return undefined;
  const patterns = globs.map(patternOf);
  return ({ client }) =>
    client !== undefined && (globs.includes(client) || patterns.some((pattern) => pattern.test(client)));
}

function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/[\\^$.+()[\]{}|/]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`, "u");
}

function byPacket(lists: readonly string[]): Filter | undefined {
  if (lists.length === 0) return undefined;
  const wanted = new Set(lists.flatMap((list) => list.split(",")).map(packetNamed));
  return ({ packet }) => packet !== undefined && wanted.has(packet);
}

function packetNamed(text: string): PacketName {
  const name = text.trim().toUpperCase();
  const found = PACKETS.find((packet, i) => packet === name || String(i + 1) === name);
  if (found === undefined) throw userError(({ logs }) => logs.badType(text));
  return found;
}

function byTopic(filters: readonly string[]): Filter | undefined {
  if (filters.length === 0) return undefined;
  const wrong = filters.find((filter) => !isTopicFilter(filter));
  if (wrong !== undefined) throw userError(({ logs }) => logs.badTopic(wrong));
  const exchanges = new Exchanges();
  const isWanted = (topic: string) => filters.some((filter) => matches(filter, topic));
  const touches = (other: string) => filters.some((filter) => overlap(filter, shared(other)));
  return ({ event }) => event !== undefined && concerns(event, isWanted, touches, exchanges);
}

type Test = (text: string) => boolean;

function concerns(event: LogEvent, isWanted: Test, touches: Test, exchanges: Exchanges): boolean {
  switch (event.kind) {
    case "packet": {
      if (event.type === "PUBLISH") {
        const wanted = isWanted(event.topic);
        exchanges.begin(event, wanted);
        return wanted;
      }
      return "packetId" in event && exchanges.owns(event);
    }
    case "publish-refused":
    case "delivery-refused":
      return isWanted(event.topic);
    case "topic":
      return touches(event.topic);
    case "subscribe-filter":
    case "subscription":
    case "unsubscription":
      return touches(event.filter);
    default:
      return false;
  }
}

/** What a shared subscription, `$share/<group>/<filter>`, is to (MQTT 5, clause 4.8.2). */
function shared(filter: string): string {
  return /^\$share\/[^/]+\/(.+)$/.exec(filter)?.[1] ?? filter;
}
