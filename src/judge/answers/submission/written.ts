/** What was written for one question, in pieces. */
import { createHash } from "node:crypto";

export const WRITTEN = ["answer", "excerpt", "commands"] as const;

/** A piece of what was written for a question, and its line on the sheet. */
export interface WrittenPart {
  readonly place: (typeof WRITTEN)[number];
  readonly text: string;
  readonly line: number;
}

/** Of a hash that are kept: enough that no two answers of a class have the same. */
const BYTES = 12;

/** The same for the same answer, whatever its spaces; empty where nothing was written. */
export function hashOf(written: readonly WrittenPart[]): string {
  const said = written.map(({ place, text }) => [place, text.normalize("NFC").replace(/\s+/g, " ").trim()]);
  if (said.every(([, text]) => text === "")) return "";
  return createHash("sha256").update(JSON.stringify(said)).digest().toString("base64url", 0, BYTES);
}
