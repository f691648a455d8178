/** What Wireshark's display filters select from the capture of an exercise, asked of tshark while the exercise is played. */
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Entry } from "../evidence/journal/entry";
import type { Journal } from "../evidence/journal/journal";
import { framesOf } from "../evidence/wire/capture/frames";
import { keyLog } from "../evidence/wire/capture/keys";
import { pcapng } from "../evidence/wire/capture/pcapng";
import { CaptureError } from "../evidence/wire/tshark/error";
import { select } from "../evidence/wire/tshark/select";
import { temporaryFolder } from "./temporary";
import { NotSeen } from "./wait";

export interface SelectOptions {
  /** Whether tshark gets the TLS secrets. */
  readonly decrypted: boolean;
  /** Path of tshark; found by itself unless told. */
  readonly program?: string;
}

/** So that the program's own name is not in the way: nobody reads this capture but tshark. */
const APPLICATION = "tp-mqtt";

/**
 * Makes the capture of what `exercise` has left in the journal until now, and writes an entry for each filter.
 * @throws NotSeen when tshark cannot read it
 */
export async function selectFrames(
  exercise: string,
  filters: readonly string[],
  journal: Journal,
  { decrypted, program }: SelectOptions,
): Promise<void> {
  const entries = journal.entries.filter((entry) => "exercise" in entry && entry.exercise === exercise);
  await using folder = await temporaryFolder();
  const file = join(folder.path, "capture.pcapng");
  const keys = join(folder.path, "capture.keys");
  await writeCapture(file, entries);
  if (decrypted) await writeFile(keys, [...keyLog(entries, APPLICATION)].join(""), { mode: 0o600 });
  const options = { ...(decrypted ? { keys } : {}), ...(program === undefined ? {} : { program }) };
  const { tshark, selected } = await select(file, filters, options).catch(asNotSeen);
  for (const [filter, frames] of selected)
    journal.add({ source: "capture", exercise, filter, decrypted, tshark, frames });
}

function writeCapture(file: string, entries: readonly Entry[]): Promise<void> {
  const head = { application: APPLICATION, comment: "", startedAt: 0, lang: "en" } as const;
  return pipeline(Readable.from(pcapng(framesOf(entries), head)), createWriteStream(file));
}

function asNotSeen(error: unknown): never {
  throw error instanceof CaptureError ? new NotSeen(error.text) : error;
}
