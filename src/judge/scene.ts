/**
 * What one exercise left in the journal, as claims ask for it. Two words matter: `played` is what the exercise's own
 * clients did, without which there is nothing to judge (inconclusive); `answered` is what the broker owes for it (fail).
 */
import type { BrokerFacts } from "../evidence/broker";
import type {
  ClosedEntry,
  Entry,
  LogEntry,
  MessageEntry,
  OpenedEntry,
  PacketEntry,
  PlayEntry,
  WireEntry,
} from "../evidence/journal/entry";
import type { EventOf, LogEvent } from "../evidence/log/event";
import { describe, type Packet, type PacketOf } from "../evidence/wire/mqtt/packet";
import { phrase, same, type Text } from "../words/text";
import { fail, inconclusive } from "./finding";
import type { LogSighting } from "./log-view";
import { saidBy, stepName } from "./steps";
import type { JournalView } from "./view";

/** A packet entry whose packet type is known. */
export type Seen<T extends Packet["type"]> = PacketEntry & { readonly packet: PacketOf<T> };

/** Which packets are meant. Fields of the packet are compared by value; `after` and `before` are places in the journal. */
export interface Where {
  readonly role?: string;
  readonly packetId?: number | undefined;
  readonly topic?: string;
  readonly after?: Entry | undefined;
  readonly before?: Entry | undefined;
  readonly connection?: number;
}

export class Scene {
  constructor(
    private readonly view: JournalView,
    readonly entries: readonly Entry[],
  ) {}

  get broker(): BrokerFacts {
    return this.view.broker;
  }

  /** Name of the run, fresh each time. */
  get run(): string {
    return this.view.run?.run ?? "";
  }

  /** Wall clock at the beginning of the run. */
  get startedAt(): Date {
    return new Date(this.view.run?.startedAt ?? 0);
  }

  /** All of the log, for what concerns no single client. */
  get wholeLog() {
    return this.view.log;
  }

  /** Every line of the log as it was read, whoever it is about. */
  get logEntries(): readonly LogEntry[] {
    return this.view.entries.filter((entry) => entry.source === "log");
  }

  /** Every exercise's connections, for what concerns the broker as a whole. */
  get wholeWire(): readonly WireEntry[] {
    return this.view.entries.filter((entry) => entry.source === "wire");
  }

  /** Packets of that type and sender, in order; `withheld` ones included. */
  packets<T extends Packet["type"]>(
    from: "client" | "broker",
    type: T,
    where: Where = {},
  ): readonly Seen<T>[] {
    return this.entries.filter((entry): entry is Seen<T> => {
      if (entry.source !== "wire" || entry.event !== "packet") return false;
      return entry.from === from && entry.packet.type === type && this.fits(entry, where);
    });
  }

  /** Every packet of a role, both directions, in order. */
  exchange(role: string, where: Where = {}): readonly PacketEntry[] {
    return this.entries.filter((entry): entry is PacketEntry => {
      if (entry.source !== "wire" || entry.event !== "packet") return false;
      return this.fits(entry, { ...where, role });
    });
  }

  /** First such packet that the exercise's own client sent. Inconclusive without: then the exercise did not get there. */
  played<T extends Packet["type"]>(type: T, where: Where = {}): Seen<T> {
    const found = this.packets("client", type, where)[0];
    return found ?? this.unplayed(same(wanted(type, where)));
  }

  /** First such packet that the broker sent. Fails without: it is what the broker owes. */
  answered<T extends Packet["type"]>(type: T, where: Where = {}, because: readonly Entry[] = []): Seen<T> {
    const found = this.packets("broker", type, where)[0];
    if (found) return found;
    // Nothing at all went out on this role's connections: there was nothing to answer.
    const asked = this.entries.some(
      (entry) => entry.source === "wire" && (where.role === undefined || entry.role === where.role),
    );
    if (!asked) return this.unplayed(same(wanted(type, where)));
    return fail(wanted(type, where), this.insteadOf(where), because, this.lastOf(where));
  }

  /** The step of that name. Inconclusive when the exercise did not get there. */
  mark(name: string): PlayEntry {
    const found = this.entries.find(
      (entry): entry is PlayEntry => entry.source === "play" && entry.name === name,
    );
    return found ?? this.unplayed(stepName(name));
  }

  /** Every step of that name, in order. */
  marks(name: string): readonly PlayEntry[] {
    return this.entries.filter((entry): entry is PlayEntry => entry.source === "play" && entry.name === name);
  }

  /** Whether the exercise got to that step. */
  reached(name: string): boolean {
    return this.entries.some((entry) => entry.source === "play" && entry.name === name);
  }

  /** Messages that client libraries handed to that role. */
  messages(
    role: string,
    where: { readonly topic?: string; readonly after?: Entry } = {},
  ): readonly MessageEntry[] {
    return this.entries.filter((entry): entry is MessageEntry => {
      if (entry.source !== "message" || entry.role !== role) return false;
      return this.fits(entry, where);
    });
  }

  /** TCP connections of that role. */
  connections(role: string): readonly OpenedEntry[] {
    return this.wire(role).filter((entry) => entry.event === "opened");
  }

  /** How connections of that role ended. */
  closings(role: string): readonly ClosedEntry[] {
    return this.wire(role).filter((entry) => entry.event === "closed");
  }

  /** Everything on the connections of that role. */
  wire(role: string): readonly WireEntry[] {
    return this.entries.filter((entry): entry is WireEntry => entry.source === "wire" && entry.role === role);
  }

  /** Client id of a role. */
  client(role: string): string {
    const actor = this.entries.find(
      (entry) => entry.source === "play" && entry.event === "actor" && entry.role === role,
    );
    return (
      (actor?.source === "play" ? actor.client : undefined) ??
      this.unplayed({ en: `the client “${role}”`, fr: `le client « ${role} »` })
    );
  }

  /** Roles of the exercise, in the order of their entrance. */
  get roles(): readonly string[] {
    return this.entries.flatMap((entry) =>
      entry.source === "play" && entry.event === "actor" && entry.role ? [entry.role] : [],
    );
  }

  /** Log lines about a role's client. */
  log(role: string): readonly LogSighting[] {
    return this.view.log.of(this.client(role));
  }

  /** Log lines of one kind about a role's client, with the fields given. */
  logged<K extends LogEvent["kind"]>(role: string, kind: K, fields: Partial<EventOf<K>> = {}) {
    const wantedFields = Object.entries(fields);
    return this.log(role).filter(
      (line): line is { entry: LogSighting["entry"]; event: EventOf<K> } =>
        line.event.kind === kind &&
        wantedFields.every(
          ([key, value]) => (line.event as unknown as Record<string, unknown>)[key] === value,
        ),
    );
  }

  /** True when `first` was seen before `second`. */
  precedes(first: Entry, second: Entry): boolean {
    return this.view.position(first) < this.view.position(second);
  }

  /** What the exercise was waiting for when it stopped before its end. */
  get stopped(): PlayEntry | undefined {
    return this.entries.find(
      (entry): entry is PlayEntry => entry.source === "play" && entry.event === "stopped",
    );
  }

  /** Says that the exercise never got as far as `what`. */
  unplayed(what: Text): never {
    const stopped = this.stopped;
    const because = stopped ? phrase` (${saidBy(stopped)})` : same("");
    return inconclusive(
      phrase`${{ en: "the exercise did not get that far: ", fr: "l’exercice n’est pas allé jusque-là : " }}${what}${because}`,
      stopped ? [stopped] : [],
    );
  }

  /** What a role received, in one line: the “actual” of a packet that is missing. */
  insteadOf(where: Where): Text {
    const seen = this.entries.filter(
      (entry): entry is PacketEntry =>
        this.fits(entry, where) &&
        entry.source === "wire" &&
        entry.event === "packet" &&
        entry.from === "broker",
    );
    if (seen.length === 0) return { en: "nothing from the broker", fr: "rien de la part du broker" };
    const shown = seen.slice(0, 6).map((entry) => describe(entry.packet));
    return same(seen.length > shown.length ? `${shown.join(", ")}, …` : shown.join(", "));
  }

  private lastOf(where: Where): readonly Entry[] {
    return this.entries
      .filter((entry) => entry.source === "wire" && (where.role === undefined || entry.role === where.role))
      .slice(-2);
  }

  private fits(entry: Entry, where: Where): boolean {
    if (where.role !== undefined && (!("role" in entry) || entry.role !== where.role)) return false;
    if (where.connection !== undefined && (!("connection" in entry) || entry.connection !== where.connection))
      return false;
    if (where.after !== undefined && this.view.position(entry) <= this.view.position(where.after))
      return false;
    if (where.before !== undefined && this.view.position(entry) >= this.view.position(where.before))
      return false;
    const subject = "packet" in entry ? entry.packet : entry;
    if (where.topic !== undefined && (!("topic" in subject) || subject.topic !== where.topic)) return false;
    return where.packetId === undefined || ("packetId" in subject && subject.packetId === where.packetId);
  }
}

function wanted(type: string, where: Where): string {
  const parts = [type];
  if (where.packetId !== undefined) parts.push(`m${where.packetId}`);
  if (where.topic !== undefined) parts.push(`'${where.topic}'`);
  return where.role === undefined ? parts.join(" ") : `${parts.join(" ")} (${where.role})`;
}
