/** What was written for one question, in pieces. */
import { createHash } from "node:crypto";

export const WRITTEN = ["answer", "excerpt", "commands"] as const;

/** A piece of what was written for a question, and its line on the sheet. */
export interface WrittenPart {
  readonly place: (typeof WRITTEN)[number];
  readonly text: string;
  readonly line: number;
}

/** The same for the same answer, whatever its spaces; empty where nothing was written. */
export function hashOf(written: readonly WrittenPart[]): string {
  const said = written.map(({ place, text }) => [place, text.normalize("NFC").replace(/\s+/g, " ").trim()]);
  if (said.every(([, text]) => text === "")) return "";
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 16);
}
