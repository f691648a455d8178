/**
 * `journal.jsonl`: a journal as a file, one entry a line, so that a run can be judged again without its broker. Packets
 * are kept as their bytes and decoded again when the file is read: what is judged is what was on the wire.
 */
import { createWriteStream, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe } from "../wire/mqtt/packet";
import type { Entry, TlsEntry } from "./entry";
import type { Text } from "../../words/text";
import { parseEntry } from "./line";
import { hasPassword, isSecret } from "./secrets";

/** A journal file that is not one: `line` and `column` count from 1. */
export class JournalFileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    /** What is wrong there. */
    readonly why: Text,
  ) {
    super(`${file}:${line}:${column}: ${why.en}`);
    this.name = "JournalFileError";
  }
}

const EMPTY: Text = { en: "the file is empty", fr: "le fichier est vide" };
const RUN_FIRST: Text = {
  en: "the run’s entry must come first, and once",
  fr: "l’entrée « run » doit venir en premier, et une seule fois",
};

/**
 * The lines of the file, each with its line end. Bytes are base64; packets also have a `text` for people. The secrets of
 * TLS are left out of a run that logged in with a password: with them the password could be read from the records.
 */
export function* journalLines(entries: readonly Entry[]): Generator<string> {
  const withSecrets = !entries.some(hasPassword);
  for (const entry of entries) {
    if (isSecret(entry) && !withSecrets) continue;
    yield `${JSON.stringify(written(entry))}\n`;
  }
}

/** Writes without holding the text of the whole journal. */
export async function saveJournal(file: string, entries: readonly Entry[]): Promise<void> {
  await pipeline(Readable.from(journalLines(entries)), createWriteStream(file));
}

/**
 * Reads what `saveJournal` wrote.
 * @throws JournalFileError at the first line that is not an entry, and when the first is not the run's
 */
export function loadJournal(file: string): Entry[] {
  const lines = readFileSync(file, "utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (lines.length === 0) throw new JournalFileError(file, 1, 1, EMPTY);
  return lines.map((text, i) => {
    const parsed = parseEntry(text);
    if ("why" in parsed) throw new JournalFileError(file, i + 1, parsed.column, parsed.why);
    if ((parsed.entry.source === "run") === (i === 0)) return parsed.entry;
    throw new JournalFileError(file, i + 1, 1, RUN_FIRST);
  });
}

function written(entry: Entry): object {
  if (entry.source === "message") return { ...entry, payload: entry.payload.toString("base64") };
  if (entry.source === "tls") return writtenTls(entry);
  if (entry.source !== "wire") return entry;
  if (entry.event === "bytes") return { ...entry, raw: entry.raw.toString("base64") };
  if (entry.event !== "packet") return entry;
  const { packet, raw, ...rest } = entry;
  return { ...rest, text: describe(packet), raw: raw.toString("base64") };
}

function writtenTls(entry: TlsEntry): object {
  if (entry.event === "record") return { ...entry, raw: entry.raw.toString("base64") };
  if (entry.event === "secret" || entry.certificate === undefined) return entry;
  return { ...entry, certificate: entry.certificate.toString("base64") };
}
