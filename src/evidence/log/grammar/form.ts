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
import { endingOf } from "./dispatch";
import { compileEvent, type EventMaker, type NumberedField } from "./event-maker";
import { type Field, groupsOf, type Loose, patternOf, take } from "./field";

type Piece = string | Field<unknown>;

/** Versions that print a form: from `since` on, before `until`. */
export interface Dialect {
  readonly since?: string;
  readonly until?: string;
}

/**
 * Characters of a line beyond which it is not read: the broker cuts at 999 bytes, and a form with two free texts takes
 * time that grows with the square of the length when a line is made to mislead it. At this length that is milliseconds.
 */
const LONGEST = 4096;

export class Form {
  readonly since: number;
  readonly until: number;
  /** The literal that the form begins with. */
  readonly head: string;
  /** Known, and of no interest. */
  readonly isIgnored: boolean;
  /** The literal that the form ends with. */
  private readonly tail: string;
  private readonly pattern: RegExp;
  private readonly isPlain: boolean;
  private readonly fields: readonly NumberedField[];
  private readonly constants: readonly (readonly [string, unknown])[];
  private readonly eventOf: EventMaker;

  constructor(
    readonly event: { readonly kind: LogEvent["kind"] | "ignored" },
    dialect: Dialect,
    private readonly pieces: readonly Piece[],
  ) {
    this.since = dialect.since === undefined ? 0 : versionNumber(dialect.since);
    this.until = dialect.until === undefined ? Infinity : versionNumber(dialect.until);
    const [head, tail] = [pieces[0], pieces.at(-1)];
    if (typeof head !== "string") throw new Error("a form begins with a literal");
    this.head = head;
    this.tail = typeof tail === "string" && pieces.length > 1 ? tail : "";
    this.pattern = patternOfAll(pieces);
    this.fields = numbered(pieces);
    this.isPlain = this.fields.length <= 1 && this.fields.every(({ field }) => field.kind === "free");
    this.isIgnored = event.kind === "ignored";
    this.constants = Object.entries(event);
    this.eventOf = compileEvent(event, this.fields);
  }

  /** Whether a text can be of this form, going by two of its last characters (see `endingOf`). */
  canEnd(ending: number): boolean {
    return this.tail.length < 5 || endingOf(this.tail) === ending;
  }

  beginsAt(text: string, at: number): boolean {
    return text.startsWith(this.head, at);
  }

  /** Reads `text` from `at` to its end. */
  parse(text: string, at: number): LogEvent | undefined {
    if (!text.endsWith(this.tail)) return undefined;
    const event = this.isPlain ? this.parsePlain(text, at) : this.parsePattern(text, at);
    return event as LogEvent | undefined;
  }

  /** All that is not literal is one free text, or nothing: no expression is needed, and most lines are so. */
  private parsePlain(text: string, at: number): unknown {
    if (!this.beginsAt(text, at)) return undefined;
    const start = at + this.head.length;
    const [found] = this.fields;
    if (found === undefined) return start === text.length ? this.event : undefined;
    const end = text.length - this.tail.length;
    if (end - start < found.field.least) return undefined;
    return this.eventOf([text, text.slice(start, end)]);
  }

  private parsePattern(text: string, at: number): unknown {
    if (text.length > LONGEST) return undefined;
    this.pattern.lastIndex = at;
    const found = this.pattern.exec(text);
    if (found === null) return undefined;
    return this.eventOf(found);
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
}

/** The pieces as one expression that must match where it is tried, to the end of the text. */
function patternOfAll(pieces: readonly Piece[]): RegExp {
  const lastFree = pieces.findLastIndex((piece) => typeof piece !== "string" && piece.kind === "free");
  const source = pieces.map((piece, i) =>
    typeof piece === "string" ? literally(piece) : patternOf(piece, i === lastFree),
  );
  return new RegExp(`${source.join("")}$`, "y");
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The fields with the numbers of their groups in the expression. */
function numbered(pieces: readonly Piece[]): NumberedField[] {
  let next = 1;
  return pieces.flatMap((field) => {
    if (typeof field === "string") return [];
    const group = next;
    next += groupsOf(field);
    return [{ field, group }];
  });
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
