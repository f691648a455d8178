/**
 * A model as it is kept in `fixtures/learnt/`: JSON with a line a feature, sorted, so that what an answer holds is looked up
 * in the text itself. A student's sheet needs some hundred of many thousand lines, and to parse them all takes longer than to judge.
 */
import { fnv1a } from "../../fnv";
import type { FeatureSays, Model, ModelData } from "./model";

export function writtenModel({ answers, bias, features }: ModelData): string {
  const lines = Object.entries(features).map(([name, says]) => `${beginning(name)}${JSON.stringify(says)}`);
  return `${JSON.stringify({ answers, bias }).slice(0, -1)},"features":{\n${lines.sort().join(",\n")}\n}}\n`;
}

/** @param source as {@link writtenModel} gives it */
export function keptModel(source: string): Model {
  const first = source.indexOf("\n") + 1;
  const { bias } = JSON.parse(`${source.slice(0, first)}}}`) as ModelData;
  let asked = 0;
  let table: Table | undefined;
  const says = (name: string) => {
    asked += 1;
    if (asked > MANY) table ??= tableOf(source, first);
    if (table !== undefined) return inTable(table, name, source);
    const line = lineOf(beginning(name), source, first);
    return line === undefined ? undefined : (JSON.parse(line) as FeatureSays);
  };
  return { bias, says };
}

/** So much is asked only about the answers of a class: from there on a table is worth its making. */
const MANY = 1_000;

/** Features by a number for their name, in typed arrays: as texts in a map they would take four times the memory. */
interface Table {
  /** In order; the others beside it. */
  readonly numbers: Uint32Array;
  /** Where the feature's line begins. */
  readonly starts: Uint32Array;
  /** What it says, four a feature. */
  readonly says: Float64Array;
}

function tableOf(source: string, first: number): Table {
  const lines: { number: number; start: number; says: FeatureSays }[] = [];
  const end = source.lastIndexOf("\n}}");
  for (let start = first; start < end; start = source.indexOf("\n", start) + 1) {
    const line = source.slice(start, source.indexOf("\n", start));
    const at = line.lastIndexOf(":[");
    const name = JSON.parse(line.slice(0, at)) as string;
    const says = JSON.parse(line.slice(at + 1).replace(/,$/, "")) as FeatureSays;
    lines.push({ number: fnv1a(name), start, says });
  }
  lines.sort((one, other) => one.number - other.number);
  return {
    numbers: Uint32Array.from(lines, ({ number }) => number),
    starts: Uint32Array.from(lines, ({ start }) => start),
    says: Float64Array.from(lines.flatMap(({ says }) => says)),
  };
}

function inTable({ numbers, starts, says }: Table, name: string, source: string): FeatureSays | undefined {
  const number = fnv1a(name);
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  for (let at = from; numbers[at] === number; at++)
    if (source.startsWith(beginning(name), starts[at])) {
      const i = 4 * at;
      return [says[i] ?? 0, says[i + 1] ?? 0, says[i + 2] ?? 0, says[i + 3] ?? 0];
    }
  return undefined;
}

function beginning(name: string): string {
  return `${JSON.stringify(name)}:`;
}

/** @returns what stands behind `wanted` in the line that begins with it, found by halving */
function lineOf(wanted: string, source: string, first: number): string | undefined {
  // Where a line begins, and where the last line that may be it ends.
  let [from, to] = [first, source.lastIndexOf("\n}}")];
  while (from < to) {
    const start = Math.max(from, source.lastIndexOf("\n", (from + to) >> 1) + 1);
    const newline = source.indexOf("\n", start);
    const here = source.slice(start, start + wanted.length);
    if (here === wanted) return source.slice(start + wanted.length, newline).replace(/,$/, "");
    if (here < wanted) from = newline + 1;
    else to = start - 1;
  }
  return undefined;
}
