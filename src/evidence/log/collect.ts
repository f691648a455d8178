/** Reads a broker's log into the journal, one entry a line, when it arrives. */
import type { Readable } from "node:stream";
import type { Journal } from "../journal/journal";
import { LineSplitter } from "./lines";

export interface Collector {
  stop(): void;
}

/**
 * @param origin `open` is absent where there is no log to read
 * @throws what `open` throws: a log that was named and cannot be read
 */
export async function collectLog(
  origin: { open?: () => Promise<Readable> },
  journal: Journal,
): Promise<Collector> {
  const stream = await origin.open?.();
  if (stream === undefined) return { stop: () => undefined };
  const splitter = new LineSplitter();
  const add = (lines: readonly string[]) => {
    for (const text of lines) journal.add({ source: "log", text, by: "broker" });
  };
  stream.on("data", (chunk: Buffer) => {
    add(splitter.push(chunk));
  });
  stream.on("end", () => {
    add(splitter.end());
  });
  stream.on("error", () => undefined);
  return {
    stop: () => {
      stream.destroy();
    },
  };
}
