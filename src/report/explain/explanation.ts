/** What is told about a line of a broker's log: made by `explain`, laid out by whoever shows it. */
import type { Words } from "../../words/words";

export type Vocabulary = Words["explain"];

/** A piece of an explanation. */
export interface Part {
  /** As it stands in the line: `d0`, `m5`, `rc135`. */
  readonly code?: string;
  readonly text: string;
  /** The text comes from the log, not from us: topics, names, errors. */
  readonly quoted?: true;
}

/** The way a packet goes, the client standing on the left. */
export type Arrow = "→" | "←";

/** `own`: a packet or a stage of a connection; `aside`: a detail of the line before, or the broker about itself. */
export type Tone = "own" | "aside" | "trouble";

export interface Explanation {
  /** Name of the packet, or a word that says what the line is about. */
  readonly label: string;
  readonly arrow?: Arrow;
  readonly tone: Tone;
  readonly parts: readonly Part[];
}

/** Whose SUBSCRIBE, UNSUBSCRIBE or CONNECT a line without a client of its own is about. */
export interface Owner {
  readonly client: string;
  readonly type: "CONNECT" | "SUBSCRIBE" | "UNSUBSCRIBE";
}

/** Our own words. */
export function words(text: string): Part {
  return { text };
}

/** Our own words with the log's among them. */
export function phrase(...pieces: readonly string[]): Part {
  return { text: pieces.join(" ") };
}

/** A parameter that the line abbreviates, and what it says. */
export function coded(code: string, text: string): Part {
  return { code, text };
}

/** The log's words. */
export function quoted(text: string): Part {
  return { text, quoted: true };
}
