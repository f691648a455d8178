/**
 * `captures/`: what the tap saw of each exercise, for Wireshark, and beside it the TLS secrets with which Wireshark
 * decrypts it.
 */
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Entry, RunEntry } from "../evidence/journal/entry";
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
  const run = report.entries.find((entry) => entry.source === "run");
  const names = new Set<string>();
  for (const one of captured(report)) {
    names.add(`${one.id}.pcapng`);
    await put(join(folder, `${one.id}.pcapng`), capture(one, report, run));
    if (one.keys !== "beside") continue;
    names.add(`${one.id}.keys`);
    await put(join(folder, `${one.id}.keys`), keyLog(one.entries, application(report)), PRIVATE);
  }
  await sweep(folder, names, report.results.tool.name);
}

function capture({ id, title, entries, keys }: Captured, report: Report, run: RunEntry | undefined) {
  const { lang, results } = report;
  const { address, tlsAddress } = results.target;
  const tls = tlsAddress === undefined ? {} : { tlsAddress };
  return pcapng(framesOf(entries), {
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
