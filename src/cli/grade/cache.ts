/**
 * Grades that are kept from run to run, one file for each state of the program and what it grades with. A grade is a line,
 * written as soon as it is there: whatever ends a run, what was graded stays. A line that is damaged is graded again.
 */
import { closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";

export interface Cache extends Disposable {
  get(key: string): string | undefined;
  put(key: string, json: string): void;
}

/** Files of earlier states that stay, for a rubric that is changed and changed back. */
const EARLIER = 2;
const KEY = 64;
const CHUNK = 1 << 20;
const [LINE_END, TAB] = [0x0a, 0x09];

interface Place {
  readonly at: number;
  readonly length: number;
}

/**
 * @param folder of the caches; made when it is not there
 * @param state fingerprint of the program and what it grades with
 */
export function openCache(folder: string, state: string): Cache {
  mkdirSync(folder, { recursive: true });
  const name = `${state.slice(0, 32)}.grades`;
  forgetOthers(folder, name);
  const file = openSync(join(folder, name), "a+", 0o600);
  const { places, end, isWhole } = placesIn(file);
  let size = end;
  const append = (text: string) => {
    size += writeSync(file, text);
  };
  if (!isWhole) append("\n");
  return {
    get: (key) => {
      const place = places.get(key);
      return place === undefined ? undefined : textAt(file, place);
    },
    put: (key, json) => {
      const at = size + KEY + 1;
      append(`${key}\t${json}\n`);
      places.set(key, { at, length: size - at - 1 });
    },
    [Symbol.dispose]: () => {
      closeSync(file);
    },
  };
}

function forgetOthers(folder: string, name: string): void {
  const others = readdirSync(folder)
    .filter((other) => other.endsWith(".grades") && other !== name)
    .map((other) => ({ path: join(folder, other), at: statSync(join(folder, other)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of others.slice(EARLIER)) rmSync(path, { force: true });
}

interface Kept {
  readonly places: Map<string, Place>;
  readonly end: number;
  /** The last line ends as it should. */
  readonly isWhole: boolean;
}

/** Where each grade stands; only lines that are whole count. */
function placesIn(file: number): Kept {
  const places = new Map<string, Place>();
  const chunk = Buffer.alloc(CHUNK);
  let [start, position, key] = [0, 0, ""];
  for (
    let read = readSync(file, chunk, 0, CHUNK, 0);
    read > 0;
    read = readSync(file, chunk, 0, CHUNK, position)
  ) {
    const part = chunk.subarray(0, read);
    for (let at = 0; at < read;) {
      const lineEnd = part.indexOf(LINE_END, at);
      const stop = lineEnd < 0 ? read : lineEnd;
      const wanted = KEY + 1 - key.length;
      if (wanted > 0) key += part.toString("latin1", at, Math.min(stop, at + wanted));
      if (lineEnd < 0) break;
      const from = start + KEY + 1;
      if (key.charCodeAt(KEY) === TAB)
        places.set(key.slice(0, KEY), { at: from, length: position + lineEnd - from });
      start = position + lineEnd + 1;
      key = "";
      at = lineEnd + 1;
    }
    position += read;
  }
  return { places, end: position, isWhole: start === position };
}

function textAt(file: number, { at, length }: Place): string {
  const bytes = Buffer.alloc(length);
  return bytes.toString("utf8", 0, readSync(file, bytes, 0, length, at));
}
