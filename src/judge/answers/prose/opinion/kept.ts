/**
 * A model as it is kept in `fixtures/learnt/`: JSON with a line a feature, sorted, so that what an answer holds is looked up
 * in the text itself. A student's sheet needs some hundred of many thousand lines, and to parse them all takes longer than to judge.
 */
import { remembered } from "../text/remembered";
import type { FeatureSays, Model, ModelData } from "./model";

export function writtenModel({ answers, bias, features }: ModelData): string {
  const lines = Object.entries(features).map(([name, says]) => `${beginning(name)}${JSON.stringify(says)}`);
  return `${JSON.stringify({ answers, bias }).slice(0, -1)},"features":{\n${lines.sort().join(",\n")}\n}}\n`;
}

/** @param source as {@link writtenModel} gives it */
export function keptModel(source: string): Model {
  const first = source.indexOf("\n") + 1;
  const { bias } = JSON.parse(`${source.slice(0, first)}}}`) as ModelData;
  const says = (name: string) => {
    const line = lineOf(beginning(name), source, first);
    return line === undefined ? undefined : (JSON.parse(line) as FeatureSays);
  };
  return { bias, says: remembered(says, AT_MOST) };
}

/** Features of one model that are remembered: a class of a thousand asks for the same ones again and again. */
const AT_MOST = 4_000;

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
