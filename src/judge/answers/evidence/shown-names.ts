/** What an excerpt shows of publications: their levels, their packets in order, and the names that stand in its lines. */
import { conversationsOf } from "./conversations";
import type { Excerpt, ShownLine } from "./excerpt";
import type { Mentions } from "./mentions";

/** The packets of one publication between a client and the broker, as far as they are shown. */
export interface ShownExchange {
  /** Of the PUBLISH, or of what acknowledges it where that is all there is. */
  readonly qos: number;
  readonly types: readonly string[];
}

const FROM_RECEIVER: ReadonlySet<string> = new Set(["PUBACK", "PUBREC", "PUBCOMP"]);

export function exchangesIn(excerpt: Excerpt): ShownExchange[] {
  return conversationsOf(excerpt).flatMap(({ lines }) => exchangesOf(lines));
}

function exchangesOf(lines: readonly ShownLine[]): ShownExchange[] {
  const [all, open] = [[] as { qos: number; types: string[] }[], new Map<string, string[]>()];
  for (const { event } of lines) {
    const isRefused = event.kind === "publish-refused";
    if (!isRefused && (event.kind !== "packet" || !("packetId" in event))) continue;
    const type = isRefused ? "PUBLISH" : event.type;
    const from = isRefused ? "client" : event.from;
    const publisher = FROM_RECEIVER.has(type) === (from === "client") ? "broker" : "client";
    const key = `${publisher} ${event.packetId}`;
    const going = type === "PUBLISH" ? undefined : open.get(key);
    if (going !== undefined) {
      going.push(type);
      continue;
    }
    const types: string[] = [type];
    open.set(key, types);
    all.push({ qos: "qos" in event ? event.qos : type === "PUBACK" ? 1 : 2, types });
  }
  return all;
}

export function namesIn({ lines }: Excerpt): Mentions {
  const events = lines.map(({ event }) => event);
  return {
    clients: events.flatMap((event) => ("client" in event ? [event.client] : [])),
    topics: events.flatMap((event) => {
      if ("topic" in event && !("truncated" in event)) return [event.topic];
      return "filter" in event ? [event.filter] : [];
    }),
    packetIds: events.flatMap((event) => ("packetId" in event && event.packetId > 0 ? [event.packetId] : [])),
  };
}
