/** Reads a broker's log into the journal, one entry a line, when it arrives. */
import type { Readable } from "node:stream";
import type { Text } from "../../words/text";
import type { Journal } from "../journal/journal";
import { LineSplitter } from "./lines";

export interface Collector {
  /** Closes the source. Lines that come later are not part of the run. */
  stop(): void;
}

/**
 * A source that cannot be opened, or that breaks off, is a finding about the set-up and no reason to stop: it leaves the
 * mark `log-broken` with its error in both languages. Where a source says that lines may be missing (`gap`), that leaves
 * the mark `log-gap`.
 *
 * @param origin `open` is absent where there is no log to read
 */
export async function collectLog(
  origin: { open?: () => Promise<Readable> },
  journal: Journal,
): Promise<Collector> {
  const mark = (name: string, text: string, data?: Text) => {
    const said = { source: "play", exercise: "0-target", event: "mark", name, text } as const;
    journal.add(data === undefined ? said : { ...said, data });
  };
  const broken = (error: unknown) => {
    mark("log-broken", error instanceof Error ? error.message : String(error), textOf(error));
  };
  let stream: Readable | undefined;
  try {
    stream = await origin.open?.();
  } catch (error) {
    broken(error);
  }
  if (stream === undefined) return { stop: () => undefined };
  const source = stream;
  let stopped = false;
  const splitter = new LineSplitter();
  const add = (lines: readonly string[]) => {
    if (stopped) return;
    for (const text of lines) journal.add({ source: "log", text, by: "broker" });
  };
  source.on("data", (chunk: Buffer) => {
    add(splitter.push(chunk));
  });
  source.on("gap", (why: Text) => {
    if (!stopped) mark("log-gap", why.en, why);
  });
  source.on("end", () => {
    add(splitter.end());
  });
  source.on("error", (error) => {
    if (!stopped) broken(error);
  });
  return {
    stop: () => {
      // A source that is interrupted at that moment says so.
      source.destroy();
      stopped = true;
    },
  };
}

/** Errors that are meant for people carry their text in both languages. */
function textOf(error: unknown): Text | undefined {
  if (typeof error !== "object" || error === null || !("text" in error)) return undefined;
  const { text } = error;
  return typeof text === "object" && text !== null && "en" in text && "fr" in text
    ? (text as Text)
    : undefined;
}
