/** The log's segments as they are in the broker's container, read through the engine: the image needs no program for it. */
import { buffer } from "node:stream/consumers";
import { open, type Endpoint } from "../target/docker/engine";

const BOUND_MS = 15_000;
const BLOCK = 512;

export interface LogFolder {
  /** Of all segments together. */
  readonly bytes: number;
  readonly lines: readonly string[];
}

/** @throws Error where there is no such container */
export async function readLog(engine: Endpoint, container: string): Promise<LogFolder> {
  const path = `/containers/${container}/archive?path=/mosquitto/log`;
  const response = await open(engine, "GET", path, AbortSignal.timeout(BOUND_MS));
  const archive = await buffer(response);
  if (response.statusCode !== 200) throw new Error(`the Docker engine answers ${response.statusCode ?? 0}`);
  const segments = [...files(archive)].filter(({ name }) => /\d{8}\.log$/.test(name));
  const inOrder = segments.sort((a, b) => a.name.localeCompare(b.name));
  const bytes = inOrder.reduce((sum, { content }) => sum + content.length, 0);
  return { bytes, lines: inOrder.flatMap(({ content }) => content.toString("utf8").split("\n")) };
}

interface File {
  readonly name: string;
  readonly content: Buffer;
}

/** Regular files of a tar archive (POSIX ustar): name at 0, size in octal at 124, kind at 156. */
export function* files(archive: Buffer): Generator<File> {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const field = (from: number, length: number) =>
      archive.toString("latin1", at + from, at + from + length).split("\0", 1)[0] ?? "";
    const name = field(0, 100);
    if (name === "") return;
    const size = parseInt(field(124, 12), 8) || 0;
    const kind = field(156, 1);
    const from = at + BLOCK;
    if (kind === "0" || kind === "") yield { name, content: archive.subarray(from, from + size) };
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
}
