/** Runs tshark over a capture: within bounds, and with tshark's complaints made into sentences. */
import { access, constants } from "node:fs/promises";
import { resolve } from "node:path";
import type { Text } from "../../../words/text";
import { formatOf } from "./capture-file";
import { child, type End } from "./child";
import { cutShort, damaged, notACapture, tooSlow, unreadable } from "./error";
import { findTshark } from "./find";

export interface ReadOptions {
  /** NSS key log with which TLS is decrypted. */
  readonly keys?: string;
  /** As tshark's `-d` has them: `tcp.port==22080,mqtt`. */
  readonly decodeAs?: readonly string[];
  /** Checksums are looked at too: tshark by itself does not, since a captured machine may leave them to its network card. */
  readonly checksums?: true;
  /** Aborting ends tshark; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Bytes that a capture may have; 100 MB unless told otherwise. */
  readonly maxBytes?: number;
  /** Milliseconds after which tshark is stopped; a minute unless told otherwise. */
  readonly maxMs?: number;
  /** Path of tshark, where it is known. */
  readonly program?: string;
}

/** What reading came to. */
export interface Reading {
  /** Why not all of the file was read; what came before was. */
  readonly incomplete?: Text;
  /** tshark's words where it would not read at all; the file is a capture all the same. */
  readonly refusal?: string;
}

const MOST_BYTES = 100_000_000;
const MOST_MS = 60_000;

/**
 * Calls `onLine` for each line of tshark's standard output.
 * @throws CaptureError when there is no tshark, no capture, or no time left
 */
export async function run(
  file: string,
  args: readonly string[],
  options: ReadOptions,
  onLine: (line: string) => void,
): Promise<Reading> {
  const { signal, maxBytes = MOST_BYTES, maxMs = MOST_MS } = options;
  const program = options.program ?? findTshark();
  const format = await formatOf(file, maxBytes);
  const reading = ["-n", "-r", resolve(file), "-X", `read_format:${format}`, ...(await decoding(options))];
  signal?.throwIfAborted();
  const end = await child(program, [...reading, ...args], { onLine, maxMs, signal });
  signal?.throwIfAborted();
  if (end.slow) throw tooSlow(file, maxMs);
  return readingOf(file, end);
}

async function decoding({ keys, decodeAs = [], checksums }: ReadOptions): Promise<string[]> {
  const checks = checksums ? ["ip", "tcp"].flatMap((name) => ["-o", `${name}.check_checksum:TRUE`]) : [];
  const rules = [...checks, ...decodeAs.flatMap((rule) => ["-d", rule])];
  if (keys === undefined) return rules;
  try {
    await access(keys, constants.R_OK);
  } catch (error) {
    throw unreadable(keys, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return [...rules, "-o", `tls.keylog_file:${resolve(keys)}`];
}

function readingOf(file: string, { status, words }: End): Reading {
  if (/isn't a capture file/.test(words)) throw notACapture(file);
  if (/cut short in the middle of a packet/.test(words)) return { incomplete: cutShort(file) };
  if (/damaged or corrupt/.test(words)) return { incomplete: damaged(file) };
  if (status === 0) return {};
  return { refusal: /^tshark: (.*)$/m.exec(words)?.[1] ?? `exit ${status}` };
}
