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
 * read once the reader has taken these. Ends the source and resolves when nobody reads `out` any more (`| head`).
 *
 * @throws what the source fails with
 */
export async function follow(source: Readable, out: Writable, { isShown, view }: Following): Promise<void> {
  const readers = { left: false };
  out.on("error", () => {
    readers.left = true;
    source.destroy();
  });
  const reader = new EntryReader();
  try {
    for await (const lines of lineBatches(source)) {
      const text = shownOf(lines, reader, { isShown, view });
      if (text !== "" && !out.write(text)) await once(out, "drain");
    }
  } catch (error) {
    if (!readers.left) throw error;
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
