/**
 * The variable pieces of a log line. Each can be read forwards from a position or backwards from one, in a single pass
 * and without regular expressions, so that no line however made takes more than linear time.
 *
 * Fields are data and these functions switch over them, instead of methods, because that reads a line in half the time.
 */

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

const MOST_DIGITS = 10;
const [SPACE, ZERO, NINE, COLON, OPEN, CLOSE] = [32, 48, 57, 58, 91, 93];

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** A word, or an address that may stand in brackets. */
function isOfWord(code: number, kind: FieldKind): boolean {
  return code !== SPACE && (kind === "word" || (code !== OPEN && code !== CLOSE));
}

/** End of the value that begins at `at`, or -1. */
export function endOf({ kind }: Field<unknown>, text: string, at: number): number {
  let end = at;
  if (kind === "int") {
    const limit = Math.min(text.length, at + MOST_DIGITS);
    while (end < limit && isDigit(text.charCodeAt(end))) end++;
  } else if (kind === "bit") {
    const code = text.charCodeAt(at);
    if (code === ZERO || code === ZERO + 1) end++;
  } else {
    while (end < text.length && isOfWord(text.charCodeAt(end), kind)) end++;
  }
  return end > at && (kind !== "peer" || isPeer(text, at, end)) ? end : -1;
}

/** Beginning of the value that ends before `end`, or -1. */
export function startOf({ kind }: Field<unknown>, text: string, end: number): number {
  let start = end;
  if (kind === "int") {
    const limit = Math.max(0, end - MOST_DIGITS);
    while (start > limit && isDigit(text.charCodeAt(start - 1))) start--;
  } else if (kind === "bit") {
    const code = end > 0 ? text.charCodeAt(end - 1) : 0;
    if (code === ZERO || code === ZERO + 1) start--;
  } else {
    while (start > 0 && isOfWord(text.charCodeAt(start - 1), kind)) start--;
  }
  return start < end && (kind !== "peer" || isPeer(text, start, end)) ? start : -1;
}

/** Whether text[start, end) is an address, a colon and a port. */
function isPeer(text: string, start: number, end: number): boolean {
  let colon = end - 1;
  while (colon > start && isDigit(text.charCodeAt(colon))) colon--;
  if (colon === end - 1 || colon === start || text.charCodeAt(colon) !== COLON) return false;
  return text.charCodeAt(colon - 1) !== COLON || text.charCodeAt(colon - 2) === COLON;
}

/** Writes the value that stands in text[start, end) into an event. */
export function put(
  { kind, name }: Field<unknown>,
  event: Loose,
  text: string,
  start: number,
  end: number,
): void {
  if (kind === "int") {
    let value = 0;
    for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
    event[name] = value;
  } else if (kind === "bit") {
    event[name] = text.charCodeAt(start) !== ZERO;
  } else if (kind === "peer") {
    const colon = text.lastIndexOf(":", end - 1);
    event["ip"] = text.slice(start, colon);
    event["port"] = Number(text.slice(colon + 1, end));
  } else {
    event[name] = text.slice(start, end);
  }
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
