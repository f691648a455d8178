/**
 * The variable pieces of a log line. Each reads itself forwards from a position, or backwards from one, in a single
 * pass and without regular expressions, so that no line however made takes more than linear time.
 */

/** Where a field's value goes to and comes from while the kind of event is not known. */
export type Loose = Record<string, unknown>;

/** A piece that carries `Carries` of an event. */
export interface Field<Carries> {
  /** Free text has no end of its own: it reaches as far as its neighbours let it. At least `least` characters. */
  readonly free: boolean;
  readonly least: number;
  /** End of the value that begins at `at`, or -1. */
  after(text: string, at: number): number;
  /** Beginning of the value that ends before `end`, or -1. */
  before(text: string, end: number): number;
  /** Writes the value into an event. */
  put(event: Loose, raw: string): void;
  /** The event's value as the log has it; undefined when the event has none. */
  take(event: Loose): string | undefined;
  /** Only for the compiler. */
  readonly carries?: Carries;
}

type IsIn = (code: number) => boolean;

/** A run of at most `most` characters of one class. */
function run(isIn: IsIn, most: number): Pick<Field<never>, "free" | "least" | "after" | "before"> {
  return {
    free: false,
    least: 1,
    after(text, at) {
      const limit = Math.min(text.length, at + most);
      let end = at;
      while (end < limit && isIn(text.charCodeAt(end))) end++;
      return end > at ? end : -1;
    },
    before(text, end) {
      const limit = Math.max(0, end - most);
      let start = end;
      while (start > limit && isIn(text.charCodeAt(start - 1))) start--;
      return start < end ? start : -1;
    },
  };
}

const digits = run((code) => code >= 48 && code <= 57, 10);
const bits = run((code) => code === 48 || code === 49, 1);
const SPACE = 32;
const [OPEN, CLOSE] = [91, 93];
const unspaced = run((code) => code !== SPACE, Infinity);
const bracketable = run((code) => code !== SPACE && code !== OPEN && code !== CLOSE, Infinity);

export function int<N extends string>(name: N): Field<Record<N, number>> {
  return {
    ...digits,
    put(event, raw) {
      event[name] = Number(raw);
    },
    take: (event) => (typeof event[name] === "number" ? String(event[name]) : undefined),
  };
}

/** `0` or `1`. */
export function bit<N extends string>(name: N): Field<Record<N, boolean>> {
  return {
    ...bits,
    put(event, raw) {
      event[name] = raw === "1";
    },
    take: (event) => (typeof event[name] === "boolean" ? String(Number(event[name])) : undefined),
  };
}

/** Text without a space. */
export function word<N extends string>(name: N): Field<Record<N, string>> {
  return { ...unspaced, ...text(name) };
}

/** `<ip>:<port>`; IPv6 addresses stand bare, so the last colon parts the two. */
export const peer: Field<{ ip: string; port: number }> = {
  ...bracketable,
  put(event, raw) {
    const colon = raw.lastIndexOf(":");
    event["ip"] = raw.slice(0, Math.max(colon, 0));
    event["port"] = Number(raw.slice(colon + 1));
  },
  take: ({ ip, port }) =>
    typeof ip === "string" && typeof port === "number" ? `${ip}:${String(port)}` : undefined,
};

/** Any text, spaces and quotes too: client identifiers, topics, user names. */
export function free<N extends string>(name: N, least = 1): Field<Record<N, string>> {
  return { free: true, least, after: () => -1, before: () => -1, ...text(name) };
}

function text(name: string) {
  return {
    put(event: Loose, raw: string) {
      event[name] = raw;
    },
    take: (event: Loose) => (typeof event[name] === "string" ? event[name] : undefined),
  };
}
