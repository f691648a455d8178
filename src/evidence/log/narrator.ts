/**
 * Foretells the broker's log from the packets that the tap saw. Used where there is no Mosquitto to write one, and to
 * hold a real log against the wire: every prediction is a line that the broker must have written.
 *
 * The tap's order stands in for the broker's: lines of one connection come in their order, lines of different
 * connections may be a little apart. Nothing is predicted where the wire does not tell: of clients whose identifier the
 * broker made up (MQTT 3.1.1), of how a connection ended after bytes that are not MQTT, of publications that an access
 * list denied.
 */
import type { Entry, PacketEntry, RunEntry, WireEntry } from "../journal/entry";
import type { LogEvent } from "./event";
import { Conversation } from "./narrator/conversation";
import { Sessions } from "./narrator/sessions";

/** One line that the broker must have written. */
export interface Narration {
  readonly event: LogEvent;
  /** The sighting that calls for it. */
  readonly because: WireEntry;
}

/** What the log of these entries must tell, in the tap's order, for that version of Mosquitto (`2.0.11`). */
export function narrate(entries: Iterable<Entry>, version: string): Narration[] {
  const narrator = new Narrator(version);
  return Array.from(entries, (entry) => narrator.see(entry)).flat();
}

/** Predicts entry by entry. */
export class Narrator {
  private readonly conversations = new Map<number, Conversation>();
  private readonly sessions: Sessions;
  private readonly listeners = { plain: 1883, tls: 8883 };

  constructor(private readonly version: string) {
    this.sessions = new Sessions(version);
  }

  /** The lines that this entry calls for; entries that are not of the wire call for none. */
  see(entry: Entry): Narration[] {
    if (entry.source === "run") this.meet(entry);
    if (entry.source !== "wire") return [];
    return this.tell(entry).map((event) => ({ event, because: entry }));
  }

  private meet({ target }: RunEntry): void {
    this.listeners.plain = portOf(target.address) ?? this.listeners.plain;
    this.listeners.tls = portOf(target.tlsAddress ?? "") ?? this.listeners.tls;
  }

  private tell(entry: WireEntry): LogEvent[] {
    if (entry.event === "opened") {
      const conversation = new Conversation(this.version, this.sessions, entry.port);
      this.conversations.set(entry.connection, conversation);
      return conversation.opened(this.listeners[entry.listener ?? "plain"]);
    }
    const conversation = this.conversations.get(entry.connection);
    if (conversation === undefined) return [];
    if (entry.event === "closed") return conversation.closed(entry);
    if (entry.event === "bytes") return conversation.garbled();
    if (entry.event !== "packet") return [];
    // What the tap withheld from the broker never reached it; what it withheld from the client had been sent.
    return reached(entry) ? conversation.packet(entry) : [];
  }
}

function reached(entry: PacketEntry): boolean {
  return entry.from === "broker" || entry.withheld !== true;
}

function portOf(address: string): number | undefined {
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  return Number.isInteger(port) && port > 0 ? port : undefined;
}
