/** The line of the log that ends a connection. */
import type { LogEntry } from "../../evidence/journal/entry";
import { fail } from "../finding";
import type { Scene } from "../scene";

/** How the client left: with DISCONNECT, or without a word. */
export type Leave = "disconnect" | "cut";

const WORDS: Readonly<Record<Leave, { en: string; fr: string }>> = {
  disconnect: {
    en: "one line “Client … disconnected.”",
    fr: "une seule ligne « Client … disconnected. »",
  },
  cut: {
    en: "one line that the client closed its connection",
    fr: "une seule ligne disant que le client a fermé sa connexion",
  },
};

/** What a cut is never called. Apart from these the words depend on the version, and on what lies between. */
const NO_CUT: ReadonlySet<string> = new Set(["clean", "timeout", "taken-over"]);

/** The only line about the end of that role's only connection. Fails unless there is one, of the right kind. */
export function endingLine(scene: Scene, role: string, how: Leave): LogEntry {
  const closing = scene.closings(role);
  if (closing.length === 0)
    return scene.unplayed({ en: `the end of “${role}”`, fr: `la fin de « ${role} »` });
  const lines = scene.logged(role, "disconnected");
  const [line, another] = lines;
  const fits = line && (how === "disconnect" ? line.event.cause === "clean" : !NO_CUT.has(line.event.cause));
  if (fits && !another) return line.entry;
  const entries = lines.map(({ entry }) => entry);
  return fail(
    WORDS[how],
    entries.length > 0
      ? entries.map(({ text }) => text).join(" / ")
      : { en: "no such line", fr: "aucune ligne de ce genre" },
    closing,
    entries,
  );
}
