/**
 * `captures/`: what the tap saw of each exercise, for Wireshark, and beside it the TLS secrets with which Wireshark
 * decrypts it.
 */
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Entry } from "../evidence/journal/entry";
import { section, type KeyFile } from "../evidence/wire/capture/comments";
import { framesOf } from "../evidence/wire/capture/frames";
import { keyFile, keyLog, logsInWithPassword } from "../evidence/wire/capture/keys";
import { pcapng } from "../evidence/wire/capture/pcapng";
import { inLang, type Text } from "../words/text";
import { PRIVATE, put } from "./put";
import type { Report } from "./report";

export const CAPTURES = "captures";

/** An exercise that left something to capture. */
export interface Captured {
  readonly id: string;
  readonly title: Text;
  readonly entries: readonly Entry[];
  readonly keys: KeyFile;
}

/** The exercises of a report that have a capture, in the report's order. */
export function captured({ entries, exercises }: Pick<Report, "entries" | "exercises">): readonly Captured[] {
  const own = new Map<string, Entry[]>(exercises.map(({ id }) => [id, []]));
  for (const entry of entries) if ("exercise" in entry) own.get(entry.exercise)?.push(entry);
  const withPassword = logsInWithPassword(entries);
  return exercises.flatMap(({ id, title }) => {
    const left = own.get(id) ?? [];
    if (!left.some(({ source }) => source === "wire")) return [];
    return [{ id, title, entries: left, keys: keyFile(left, withPassword) }];
  });
}

/** Writes a report's captures into its folder, and removes those that an earlier run left there. */
export async function writeCaptures(report: Report): Promise<void> {
  const folder = join(report.folder, CAPTURES);
  await mkdir(folder).catch(unlessThere);
  const files = captured(report).flatMap((one) => filesOf(one, report));
  await Promise.all(files.map(({ name, content, mode }) => put(join(folder, name), content, mode)));
  await sweep(folder, new Set(files.map(({ name }) => name)), report.results.tool.name);
}

interface CaptureFile {
  readonly name: string;
  readonly content: Iterable<string | Buffer>;
  readonly mode?: typeof PRIVATE;
}

function filesOf(one: Captured, report: Report): CaptureFile[] {
  const capture = { name: `${one.id}.pcapng`, content: captureOf(one, report) };
  if (one.keys !== "beside") return [capture];
  const content = keyLog(one.entries, application(report));
  return [capture, { name: `${one.id}.keys`, content, mode: PRIVATE }];
}

/** A generator, so that the frames of a capture are there only while it is written. */
function* captureOf({ id, title, entries, keys }: Captured, report: Report): Generator<Buffer> {
  const { lang, results } = report;
  const { address, tlsAddress } = results.target;
  const tls = tlsAddress === undefined ? {} : { tlsAddress };
  const run = report.entries.find((entry) => entry.source === "run");
  yield* pcapng(framesOf(entries), {
    application: application(report),
    comment: inLang(section({ exercise: id, title, address, ...tls, keys }), lang),
    // A journal that somebody else wrote may have anything there.
    startedAt: Date.parse(results.startedAt) - (run?.at ?? 0) || 0,
    lang,
  });
}

/** What a capture names as its maker, by which later runs know it for ours. */
function application({ results: { tool } }: Report): string {
  return `${tool.name} ${tool.version}`;
}

/** Removes what an earlier run made; what somebody else put there stays. */
async function sweep(folder: string, current: ReadonlySet<string>, maker: string): Promise<void> {
  for (const file of await readdir(folder, { withFileTypes: true })) {
    if (!file.isFile() || !/\.(pcapng|keys)$/.test(file.name) || current.has(file.name)) continue;
    const path = join(folder, file.name);
    if ((await beginning(path)).includes(`${maker} `)) await rm(path);
  }
}

/** Bytes within which a file of ours names its maker. */
const BEGINNING = 64;

async function beginning(file: string): Promise<string> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
  return buffer.toString("latin1", 0, bytesRead);
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
