/**
 * The packets that an excerpt tells of, as the tap would have recorded them, so that the claims that judge a broker judge
 * what a student shows as well.
 *
 * Claims are about what a client sends and what the broker owes for it. What the broker publishes to a client is the same
 * exchange with the sides exchanged: it stands in the journal a second time, that way round, as another exercise.
 */
import type { PacketEntry } from "../../../evidence/journal/entry";
import { JournalView } from "../../view";
import type { Conversation } from "./conversations";
import { toldPackets } from "./told-packets";

export const AS_TOLD = "as told";
export const SIDES_EXCHANGED = "sides exchanged";

const NOTHING = Buffer.alloc(0);

/** One role a client: its identifier. One connection a conversation, counted from 0. */
export function asJournal(conversations: readonly Conversation[]): JournalView {
  const entries: PacketEntry[] = [];
  for (const [connection, conversation] of conversations.entries()) {
    for (const { from, packet } of toldPackets(conversation)) {
      const about = { connection, role: conversation.client, packet };
      entries.push(entryOf(about, AS_TOLD, from, entries.length));
      const other = from === "client" ? "broker" : "client";
      entries.push(entryOf(about, SIDES_EXCHANGED, other, entries.length));
    }
  }
  return new JournalView(entries);
}

function entryOf(
  { connection, role, packet }: Pick<PacketEntry, "connection" | "role" | "packet">,
  exercise: string,
  from: PacketEntry["from"],
  at: number,
): PacketEntry {
  const event = "packet";
  return { source: "wire", event, at, exercise, role, connection, from, packet, raw: NOTHING, level: 4 };
}
