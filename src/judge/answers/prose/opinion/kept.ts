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
  const known = new Map<string, FeatureSays>();
  let asked = 0;
  let numbers: Uint32Array | undefined;
  const says = (name: string) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    asked += 1;
    if (asked > MANY) numbers ??= numbersOf(source, first);
    if (numbers !== undefined && !isIn(numbers, fnv1a(name))) return undefined;
    const line = lineOf(beginning(name), source, first);
    if (line === undefined) return undefined;
    const found = JSON.parse(line) as FeatureSays;
    known.set(name, found);
    return found;
  };
  return { bias, says };
}

/** So much is asked about the answers of a class, of which most features are unknown: from there on that is seen by a number. */
const MANY = 1_000;

/** Of every feature, in order. */
function numbersOf(source: string, first: number): Uint32Array {
  const lines = source.slice(first, source.lastIndexOf("\n}}")).split("\n").filter((line) => line !== "");
  const names = lines.map((line) => JSON.parse(line.slice(0, line.lastIndexOf(":["))) as string);
  return Uint32Array.from(names, (name) => fnv1a(name)).sort();
}

function isIn(sorted: Uint32Array, number: number): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const here = sorted[middle] ?? 0;
    if (here === number) return true;
    if (here < number) from = middle + 1;
    else to = middle;
  }
  return false;
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
