/** The variable pieces of a log line: how each is found in a line, and how it stands in an event. */

/** An event while its kind is not known. */
export type Loose = Record<string, unknown>;

type FieldKind = "int" | "bit" | "word" | "peer" | "free";

/** A piece that carries `Carries` of an event. */
export interface Field<Carries> {
  /** `free` text has no end of its own: it reaches as far as its neighbours let it. */
  readonly kind: FieldKind;
  readonly name: string;
  /** Characters that a free text has at least. */
  readonly least: number;
  /** Only for the compiler. */
  readonly carries?: Carries;
}

/** Decimal number of at most ten digits. */
export function int<N extends string>(name: N): Field<Record<N, number>> {
  return { kind: "int", name, least: 1 };
}

/** `0` or `1`. */
export function bit<N extends string>(name: N): Field<Record<N, boolean>> {
  return { kind: "bit", name, least: 1 };
}

/** Text without a space. */
export function word<N extends string>(name: N): Field<Record<N, string>> {
  return { kind: "word", name, least: 1 };
}

/**
 * `<ip>:<port>`; IPv6 addresses stand bare, so the last colon parts the two. What 1.x prints is an address alone: for
 * IPv6 that is ambiguous (`fe80::2:1`), and read as an address and a port unless the address would end in one colon.
 */
export const peer: Field<{ ip: string; port: number }> = { kind: "peer", name: "ip", least: 1 };

/** Any text, spaces and quotes too: client identifiers, topics, user names. */
export function free<N extends string>(name: N, least = 1): Field<Record<N, string>> {
  return { kind: "free", name, least };
}

const PATTERNS = {
  int: String.raw`(\d{1,10})`,
  bit: "([01])",
  word: "([^ ]+)",
  peer: String.raw`([^ \[\]]*(?:[^ :\[\]]|::)):(\d{1,10})`,
} as const;

/** How a field is found; `isLast` tells the last free text of a line, which takes all it can. */
export function patternOf({ kind, least }: Field<unknown>, isLast: boolean): string {
  if (kind !== "free") return PATTERNS[kind];
  return `([^]${least > 0 ? "+" : "*"}${isLast ? "" : "?"})`;
}

/** How many groups of the expression a field takes. */
export function groupsOf({ kind }: Field<unknown>): number {
  return kind === "peer" ? 2 : 1;
}

/** An event's value as the log has it; undefined when the event has none. */
export function take({ kind, name }: Field<unknown>, event: Loose): string | undefined {
  const value = event[name];
  if (kind === "int") return typeof value === "number" ? String(value) : undefined;
  if (kind === "bit") return typeof value === "boolean" ? String(Number(value)) : undefined;
  if (typeof value !== "string") return undefined;
  if (kind !== "peer") return value;
  return typeof event["port"] === "number" ? `${value}:${String(event["port"])}` : undefined;
}
