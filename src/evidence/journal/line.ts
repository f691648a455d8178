/** One line of `journal.jsonl` back into the entry that it was written from. */
import { isText, phrase, type Text } from "../../words/text";
import { decode } from "../wire/mqtt/decode";
import type { Level } from "../wire/mqtt/packet";
import type { Entry } from "./entry";

/** The entry, or what is wrong and where (column from 1). */
export type ParsedLine = { readonly entry: Entry } | { readonly why: Text; readonly column: number };

/** What a field must be: a type, or one of these values. */
type Shape =
  "string" | "number" | "numbers" | "boolean" | "object" | "base64" | "target" | readonly (string | number)[];
type Fields = Readonly<Record<string, Shape>>;

const CONNECTION: Fields = { exercise: "string", role: "string", connection: "number" };
const SIDE = ["client", "broker"] as const;

/** Fields that every entry of a kind must have; the kind is its source, and for the wire and TLS its event. */
const KINDS: Readonly<Record<string, Fields>> = {
  run: { run: "string", startedAt: "string", tool: "object", target: "target" },
  play: { exercise: "string", event: ["began", "ended", "stopped", "actor", "mark"] },
  log: { text: "string", by: ["broker", "narrator"] },
  message: {
    exercise: "string",
    role: "string",
    topic: "string",
    payload: "base64",
    qos: "number",
    retain: "boolean",
    dup: "boolean",
  },
  "wire packet": { ...CONNECTION, from: SIDE, raw: "base64", level: [3, 4, 5] },
  "wire bytes": { ...CONNECTION, from: SIDE, raw: "base64" },
  "wire opened": CONNECTION,
  "wire refused": { ...CONNECTION, why: "string" },
  "wire closed": { ...CONNECTION, by: ["client", "broker", "tap"], how: ["fin", "reset"] },
  "tls record": { ...CONNECTION, from: SIDE, raw: "base64" },
  "tls established": {
    ...CONNECTION,
    version: "string",
    cipher: "string",
    name: "string",
    certificate: "base64",
  },
  "tls refused": { ...CONNECTION, code: "string", text: "string" },
  "tls secret": { ...CONNECTION, text: "string" },
  ssh: {
    exercise: "string",
    role: "string",
    event: ["login", "refused", "granted", "denied", "unanswered", "output", "closed"],
    text: "string",
  },
  capture: {
    exercise: "string",
    filter: "string",
    decrypted: "boolean",
    tshark: "string",
    frames: "numbers",
  },
};

/** Fields that need not be there. */
const OPTIONAL: Fields = {
  port: "number",
  listener: ["plain", "tls"],
  withheld: "boolean",
  unfinished: "boolean",
  certificate: "base64",
};

const BY_EVENT = ["wire", "tls"];

type Raw = Record<string, unknown>;

export function parseEntry(text: string): ParsedLine {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { why: NOT_JSON, column: firstWrong(text) };
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { why: NOT_AN_ENTRY, column: 1 };
  return read(raw as Raw, text);
}

function read(raw: Raw, text: string): ParsedLine {
  const source = word(raw.source);
  const kind = BY_EVENT.includes(source) ? `${source} ${word(raw.event)}` : source;
  const fields = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (fields === undefined) return { why: noSuchEntry(kind), column: columnOf("source", text) };
  const present = Object.entries(OPTIONAL).filter(([name]) => raw[name] !== undefined);
  for (const [name, shape] of [...present, ...Object.entries({ at: "number" as const, ...fields })]) {
    if (!fits(raw[name], shape)) return { why: mustBe(kind, name, shape), column: columnOf(name, text) };
  }
  return { entry: revive(kind, raw) };
}

/** What is no word is named by its type: there is no entry of the kind “object”. */
function word(value: unknown): string {
  return typeof value === "string" ? value : typeof value;
}

function revive(kind: string, raw: Raw): Entry {
  const bytes = (name: string) => Buffer.from(raw[name] as string, "base64");
  if (kind === "message") return { ...raw, payload: bytes("payload") } as unknown as Entry;
  if (kind.startsWith("tls ")) return reviveTls(raw, bytes);
  if (kind === "wire bytes") return { ...raw, raw: bytes("raw") } as unknown as Entry;
  if (kind !== "wire packet") return raw as unknown as Entry;
  const { text: _text, ...rest } = raw;
  const packet = decode(bytes("raw"), raw.level as Level);
  return { ...rest, packet, raw: bytes("raw") } as unknown as Entry;
}

function reviveTls(raw: Raw, bytes: (name: string) => Buffer): Entry {
  const binary = ["raw", "certificate"].filter((name) => typeof raw[name] === "string");
  return { ...raw, ...Object.fromEntries(binary.map((name) => [name, bytes(name)])) } as unknown as Entry;
}

function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === "object") return shape.includes(value as string);
  if (shape === "base64") return typeof value === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
  if (shape === "target") return isTarget(value);
  if (shape === "numbers") return Array.isArray(value) && value.every((one) => typeof one === "number");
  return shape === "object" ? typeof value === "object" && value !== null : typeof value === shape;
}

/** What every report says of a target. */
function isTarget(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { kind, address, logSource, capabilities, why } = value as Raw;
  const named = [kind, address, logSource].every((field) => typeof field === "string");
  return named && Array.isArray(capabilities) && isText(why);
}

const NOT_JSON: Text = { en: "this is not valid JSON", fr: "ce n’est pas du JSON valide" };
const NOT_AN_ENTRY: Text = { en: "this is not an entry", fr: "ce n’est pas une entrée" };

function noSuchEntry(kind: string): Text {
  return {
    en: `there is no entry of the kind “${kind}”`,
    fr: `il n’existe pas d’entrée du type « ${kind} »`,
  };
}

function mustBe(kind: string, name: string, shape: Shape): Text {
  const field = {
    en: `“${name}” of an entry “${kind}” must be `,
    fr: `le champ « ${name} » d’une entrée « ${kind} » doit être `,
  };
  return phrase`${field}${wanted(shape)}`;
}

function wanted(shape: Shape): Text {
  if (typeof shape === "object") return phrase`${{ en: "one of ", fr: "l’un de " }}${shape.join(", ")}`;
  return {
    string: { en: "a string", fr: "une chaîne" },
    number: { en: "a number", fr: "un nombre" },
    numbers: { en: "a list of numbers", fr: "une liste de nombres" },
    boolean: { en: "true or false", fr: "true ou false" },
    object: { en: "an object", fr: "un objet" },
    base64: { en: "base64", fr: "du base64" },
    target: {
      en: "an object with kind, address, logSource, capabilities and why",
      fr: "un objet avec kind, address, logSource, capabilities et why",
    },
  }[shape];
}

/** Where the field stands in the line, or the line's start when it is missing. */
function columnOf(name: string, text: string): number {
  return Math.max(text.indexOf(`"${name}"`), 0) + 1;
}

/**
 * Column of the first character that no JSON text can have there. JSON.parse tells it in some of its messages only; but
 * a text that is merely cut off fails at its end, so the place is found by halving.
 */
function firstWrong(text: string): number {
  let good = 0;
  let wrong = text.length + 1;
  while (wrong - good > 1) {
    const middle = (good + wrong) >> 1;
    if (canGoOn(text.slice(0, middle))) good = middle;
    else wrong = middle;
  }
  return wrong;
}

function canGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (message.startsWith("Unexpected end of JSON input")) return true;
    return Number(/ at position (\d+)/.exec(message)?.[1] ?? -1) >= start.length;
  }
}
