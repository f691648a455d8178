/**
 * What the tap saw of one exercise, as the frames of a capture: a frame for each packet and each TLS record, and around
 * them the TCP that a capture of the same connections would show. Numbers are those of Wireshark, so that a display
 * filter's selection can be held against the journal.
 */
import type {
  BytesEntry,
  ClosedEntry,
  Entry,
  Listener,
  OpenedEntry,
  PacketEntry,
  PlayEntry,
  RecordEntry,
  RefusedEntry,
} from "../../journal/entry";
import type { Text } from "../../../words/text";
import { CUT, introduction, refusal, WITHHELD } from "./comments";
import { BROKER_PORT, clientPorts } from "./ports";
import { Conversation, type Segment } from "./segment";

/** An entry whose bytes stand in the capture. */
export type Carried = PacketEntry | BytesEntry | RecordEntry;

export interface Frame {
  /** From 1, in the order of the capture. */
  readonly number: number;
  /** Milliseconds since the run began, as in the journal. */
  readonly at: number;
  /** What ends with this frame; absent on frames of TCP alone, and on all but the last of an entry that takes several. */
  readonly entry?: Carried;
  /** What a reader of the capture should know of this frame. */
  readonly comment?: Text;
  readonly segment: Segment;
}

/** Most payload bytes of one frame: an IPv4 packet holds 65,535 with its headers. */
export const SEGMENT_BYTES = 60_000;

/** What the operating system says where the broker's machine answered the attempt with RST. */
const ANSWERED = ["ECONNREFUSED", "ECONNRESET"];

/**
 * The frames of one exercise's capture. A frame's number does not depend on entries that come after its own.
 * @param entries of one exercise, in the journal's order; others than its wire, TLS and actors are passed over
 */
export function framesOf(entries: readonly Entry[]): readonly Frame[] {
  const film = new Film(entries);
  for (const entry of entries) film.take(entry);
  return film.frames;
}

class Film {
  readonly frames: Frame[] = [];
  private readonly ports: ReadonlyMap<number, number>;
  private readonly conversations = new Map<number, Conversation>();
  /** Client ids by role. */
  private readonly clients = new Map<string, string>();

  constructor(entries: readonly Entry[]) {
    this.ports = clientPorts(entries);
  }

  take(entry: Entry): void {
    if (entry.source === "play") this.meet(entry);
    else if (entry.source === "wire" && entry.event === "opened") this.open(entry);
    else if (entry.source === "wire" && entry.event === "refused") this.refuse(entry);
    else if (entry.source === "wire" && entry.event === "closed") this.close(entry);
    else if (isCarried(entry)) this.carry(entry);
  }

  private meet({ event, role, client }: PlayEntry): void {
    if (event === "actor" && role !== undefined && client !== undefined) this.clients.set(role, client);
  }

  private open(entry: OpenedEntry): void {
    const comment = introduction(entry.role, this.clients.get(entry.role));
    this.add(entry.at, this.conversation(entry.connection, entry.listener).opening(), { first: comment });
  }

  private refuse(entry: RefusedEntry): void {
    const comment = refusal(entry.role, this.clients.get(entry.role), entry.why);
    const attempt = this.conversation(entry.connection, entry.listener).attempt(ANSWERED.includes(entry.why));
    this.add(entry.at, attempt, { first: comment });
  }

  private carry(entry: Carried): void {
    const segments = this.conversation(entry.connection).data(entry.from, entry.raw, SEGMENT_BYTES);
    const withheld = entry.source === "wire" && entry.event === "packet" && entry.withheld;
    this.add(entry.at, segments, { ...(withheld ? { last: WITHHELD } : {}), entry });
  }

  private close({ at, connection, by, how }: ClosedEntry): void {
    const segment = this.conversation(connection).closing(by === "tap" ? "client" : by, how);
    this.add(at, [segment], by === "tap" ? { first: CUT } : {});
  }

  private conversation(connection: number, listener: Listener = "plain"): Conversation {
    const known = this.conversations.get(connection);
    if (known) return known;
    const made = new Conversation({
      client: this.ports.get(connection) ?? 0,
      broker: BROKER_PORT[listener],
    });
    this.conversations.set(connection, made);
    return made;
  }

  /** @param with comments for the first and the last of the frames, and the entry that ends with the last */
  private add(
    at: number,
    segments: readonly Segment[],
    { first, last, entry }: { first?: Text; last?: Text; entry?: Carried } = {},
  ): void {
    segments.forEach((segment, i) => {
      const isLast = i === segments.length - 1;
      const comment = (i === 0 ? first : undefined) ?? (isLast ? last : undefined);
      this.frames.push({
        number: this.frames.length + 1,
        at,
        segment,
        ...(isLast && entry ? { entry } : {}),
        ...(comment ? { comment } : {}),
      });
    });
  }
}

function isCarried(entry: Entry): entry is Carried {
  if (entry.source === "tls") return entry.event === "record";
  if (entry.source !== "wire" || (entry.event !== "packet" && entry.event !== "bytes")) return false;
  // What went inside TLS stands there as records.
  return entry.inside === undefined;
}
