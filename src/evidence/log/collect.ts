/** Reads a broker's log into the journal, one entry a line, when it arrives. */
import type { Readable } from "node:stream";
import type { Journal } from "../journal/journal";

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
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) journal.add({ source: "log", text: part.replace(/\r$/, ""), by: "broker" });
  });
  stream.on("error", () => undefined);
  return {
    stop: () => {
      stream.destroy();
    },
  };
}
