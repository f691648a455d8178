/**
 * One form of a log line, told once and used in both directions:
 *
 *     line<AckEvent>({ kind: "packet", from: "broker", type: "PUBACK" })`Sending PUBACK to ${client} (m${packetId}, rc${code})`
 *
 * A form begins with a literal. It has at most two free texts; where both could be split in several ways the first is
 * taken as short as possible, which is the reading that the broker meant unless a client identifier imitates a line.
 */
import type { LogEvent } from "../event";
import { versionNumber } from "../version";
import { endOf, type Field, type Loose, put, startOf, take } from "./field";

type Piece = string | Field<unknown>;

/** Versions that print a form: from `since` on, before `until`. */
export interface Dialect {
  readonly since?: string;
  readonly until?: string;
}

/** Starts and ends of the pieces during one match; matching is synchronous, so one array serves all. */
const spans = new Int32Array(64);

/** Two characters near the end of a text in one number below 2^14: forms that begin alike differ there. */
export function endingOf(text: string): number {
  const { length } = text;
  return (text.charCodeAt(length - 2) & 127) * 128 + (text.charCodeAt(length - 5) & 127);
}

export class Form {
  readonly since: number;
  readonly until: number;
  /** The literal that the form begins with. */
  readonly head: string;
  private readonly firstFree: number;
  private readonly lastFree: number;
  private readonly constants: readonly (readonly [string, unknown])[];
  /** An event with all its properties, so that all events of a form have one shape. */
  private readonly blank: Loose;
  /** The literal that the form ends with. */
  private readonly tail: string;

  constructor(
    readonly event: { readonly kind: LogEvent["kind"] | "ignored" },
    dialect: Dialect,
    private readonly pieces: readonly Piece[],
  ) {
    this.since = dialect.since === undefined ? 0 : versionNumber(dialect.since);
    this.until = dialect.until === undefined ? Infinity : versionNumber(dialect.until);
    const [head] = pieces;
    if (typeof head !== "string") throw new Error("a form begins with a literal");
    this.head = head;
    const isFree = (piece: Piece) => typeof piece !== "string" && piece.kind === "free";
    this.firstFree = pieces.findIndex(isFree);
    this.lastFree = pieces.findLastIndex(isFree);
    this.constants = Object.entries(event);
    this.blank = { ...event, ...Object.fromEntries(pieces.flatMap(namesOf)) };
    const tail = pieces.at(-1);
    this.tail = typeof tail === "string" ? tail : "";
  }

  /** Whether a text can be of this form, going by two of its last characters (see `endingOf`). */
  canEnd(ending: number): boolean {
    return this.tail.length < 5 || endingOf(this.tail) === ending;
  }

  /** Reads `text` from `at` to its end. */
  parse(text: string, at: number): LogEvent | undefined {
    return this.beginsAt(text, at) && this.matches(text, at + this.head.length)
      ? this.build(text)
      : undefined;
  }

  beginsAt(text: string, at: number): boolean {
    return text.startsWith(this.head, at);
  }

  /** The line for an event, or undefined if this form cannot say it. */
  print(event: Loose): string | undefined {
    if (this.constants.some(([name, value]) => event[name] !== value)) return undefined;
    let line = "";
    for (const piece of this.pieces) {
      const part = typeof piece === "string" ? piece : take(piece, event);
      if (part === undefined) return undefined;
      line += part;
    }
    return line;
  }

  /** @param at behind the head */
  private matches(text: string, at: number): boolean {
    const { firstFree, lastFree, pieces } = this;
    if (firstFree === -1) return this.forwards(text, at, 1, pieces.length) === text.length;
    // The tail first: it is what tells apart the many forms that begin with "Client ".
    const end = this.backwards(text, lastFree + 1);
    if (end < at) return false;
    const start = this.forwards(text, at, 1, firstFree);
    if (start === -1 || start > end) return false;
    spans[2 * firstFree] = start;
    spans[2 * lastFree + 1] = end;
    return firstFree === lastFree ? end - start >= this.least(firstFree) : this.middle(text, start, end);
  }

  /** Finds the pieces between the two free texts, in text[start, end). */
  private middle(text: string, start: number, end: number): boolean {
    const literal = this.pieces[this.firstFree + 1] as string;
    let from = start + this.least(this.firstFree);
    for (;;) {
      const found = text.indexOf(literal, from);
      if (found === -1 || found > end) return false;
      const after = this.forwards(text, found, this.firstFree + 1, this.lastFree);
      if (after !== -1 && end - after >= this.least(this.lastFree)) {
        spans[2 * this.firstFree + 1] = found;
        spans[2 * this.lastFree] = after;
        return true;
      }
      from = found + 1;
    }
  }

  /** Matches pieces [from, to) from position `at` on; their end, or -1. */
  private forwards(text: string, at: number, from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const piece = this.pieces[i] as Piece;
      spans[2 * i] = at;
      if (typeof piece === "string") at = text.startsWith(piece, at) ? at + piece.length : -1;
      else at = endOf(piece, text, at);
      if (at === -1) return -1;
      spans[2 * i + 1] = at;
    }
    return at;
  }

  /** Matches pieces from `from` to the last, backwards from the text's end; their start, or -1. */
  private backwards(text: string, from: number): number {
    let at = text.length;
    for (let i = this.pieces.length - 1; i >= from; i--) {
      const piece = this.pieces[i] as Piece;
      spans[2 * i + 1] = at;
      if (typeof piece === "string") at = text.startsWith(piece, at - piece.length) ? at - piece.length : -1;
      else at = startOf(piece, text, at);
      if (at < 0) return -1;
      spans[2 * i] = at;
    }
    return at;
  }

  private least(index: number): number {
    return (this.pieces[index] as Field<unknown>).least;
  }

  private build(text: string): LogEvent {
    const event: Loose = { ...this.blank };
    for (let i = 1; i < this.pieces.length; i++) {
      const piece = this.pieces[i] as Piece;
      if (typeof piece !== "string") put(piece, event, text, spans[2 * i] ?? 0, spans[2 * i + 1] ?? 0);
    }
    return event as unknown as LogEvent;
  }
}

/** The properties that a piece gives an event, each with an empty value. */
function namesOf(piece: Piece): [string, unknown][] {
  if (typeof piece === "string") return [];
  return piece.kind === "peer"
    ? [
        ["ip", ""],
        ["port", 0],
      ]
    : [[piece.name, ""]];
}

/** A form of the events `E`, of which `constants` is what the line's own words say. */
export function line<E extends LogEvent>(constants: Pick<E, "kind"> & Partial<E>, dialect: Dialect = {}) {
  return (literals: readonly string[], ...fields: readonly Field<Partial<E>>[]): Form => {
    const pieces = literals.flatMap((literal, i): Piece[] => {
      const field = fields[i];
      return [...(literal === "" ? [] : [literal]), ...(field === undefined ? [] : [field])];
    });
    return new Form(constants, dialect, pieces);
  };
}
