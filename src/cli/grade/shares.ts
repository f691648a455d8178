/**
 * What the students of a class add to the files of the class, until these are written: some thirty megabytes of a thousand,
 * which wait in a file that nobody else sees, and not in memory.
 */
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { added, NO_CASES } from "../../report/grades/junit/junit";
import type { Share, Shares } from "../../report/grades/write";

export interface KeptShares extends Disposable {
  /** @param i place in the class; each is put once */
  put(i: number, share: Share): void;
  /** In the order of the class, whatever the order in which they were put. */
  readonly all: Shares;
}

const NAME = "cache/shares.part";

/** @param reports folder of the class's reports */
export function keepShares(reports: string): KeptShares {
  const path = join(reports, NAME);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w+", 0o600);
  const [grades, suites]: [Place[], Place[]] = [[], []];
  let [counts, end] = [NO_CASES, 0];
  const append = (text: string): Place => {
    const [at, bytes] = [end, Buffer.from(text)];
    // All of it, or an error: one write alone may end before the text does, where the disk is nearly full.
    writeFileSync(file, bytes);
    end += bytes.length;
    return { at, length: bytes.length };
  };
  return {
    put: (i, share) => {
      grades[i] = append(share.grades);
      suites[i] = append(share.suite.xml);
      counts = added(counts, share.suite.counts);
    },
    get all() {
      return { grades: textsIn(file, grades), suites: textsIn(file, suites), counts };
    },
    [Symbol.dispose]: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

/** Where a text stands in the file. */
interface Place {
  readonly at: number;
  readonly length: number;
}

function* textsIn(file: number, places: readonly Place[]): Generator<string> {
  for (const { at, length } of places) {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, at);
    yield bytes.toString();
  }
}
