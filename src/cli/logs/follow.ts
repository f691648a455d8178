/** From a source's bytes to the reader's screen, as fast as both allow, and never more in memory than one piece of each. */
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { lineBatches } from "../../evidence/log/lines";
import { EntryReader, type Entry } from "../../report/explain/entry";

export interface Following {
  readonly isShown: (entry: Entry) => boolean;
  readonly view: (entry: Entry) => string;
}

/**
 * Shows each line until the source ends. The lines of one piece of the log are written together, and the next piece is
 * read once the reader has taken these. Resolves early when `out` is closed by its reader or `signal` is aborted.
 *
 * @throws what the source fails with
 */
export async function follow(
  source: Readable,
  out: Writable,
  { isShown, view }: Following,
  signal: AbortSignal,
): Promise<void> {
  // Nobody reads any more (`| head`), or it is over: the source has to end too.
  const stop = () => source.destroy();
  out.on("error", stop);
  signal.addEventListener("abort", stop);
  const reader = new EntryReader();
  try {
    for await (const lines of lineBatches(source)) {
      const text = shownOf(lines, reader, { isShown, view });
      if (text !== "" && !out.write(text)) await once(out, "drain", { signal });
    }
  } catch (error) {
    if (!signal.aborted && !isOver(out)) throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function shownOf(lines: readonly string[], reader: EntryReader, { isShown, view }: Following): string {
  let text = "";
  for (const line of lines) {
    const entry = reader.read(line);
    if (isShown(entry)) text += view(entry);
  }
  return text;
}

function isOver(out: Writable): boolean {
  return out.destroyed || out.errored !== null;
}
