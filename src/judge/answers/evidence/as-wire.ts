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

/** One role a client: its identifier. One connection a conversation, counted from 0. */
export function asJournal(conversations: readonly Conversation[]): JournalView {
  const entries = conversations.flatMap((conversation, connection) =>
    toldPackets(conversation).flatMap(({ from, packet }) => {
      const about = { source: "wire", event: "packet", at: 0, level: 4, raw: Buffer.alloc(0) } as const;
      const told = { ...about, exercise: AS_TOLD, role: conversation.client, connection, from, packet };
      const other = from === "client" ? "broker" : "client";
      return [told, { ...told, exercise: SIDES_EXCHANGED, from: other }] satisfies PacketEntry[];
    }),
  );
  return new JournalView(entries.map((entry, at) => ({ ...entry, at })));
}
