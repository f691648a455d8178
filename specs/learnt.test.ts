/** What was learnt from marked answers is what they teach now: whoever changes answers, lexicon or reading runs `npm run learn`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { learnt } from "../scripts/learn/learnt";
import type { ModelData } from "../src/judge/answers/prose/opinion/model";

type Models = Readonly<Record<string, ModelData>>;

/** Exponentials differ in their last digit between machines; after many steps so do weights, in theirs. */
const CLOSE = 0.02;

function numbers(models: Models): Map<string, readonly number[]> {
  return new Map(
    Object.entries(models).flatMap(([id, { answers, bias, features }]) => [
      [id, [answers, ...bias]] as const,
      ...Object.entries(features).map(([name, values]) => [`${id} ${name}`, values] as const),
    ]),
  );
}

const FOLDER = join(__dirname, "../fixtures/learnt");

function parsed(sources: Iterable<readonly [string, string]>): Models {
  return Object.fromEntries([...sources].map(([id, source]) => [id, JSON.parse(source) as ModelData]));
}

it("fixtures/learnt/ holds what the marked answers teach (npm run learn)", () => {
  const files = readdirSync(FOLDER).map(
    (name) => [name.replace(/\.json$/, ""), readFileSync(join(FOLDER, name), "utf8")] as const,
  );
  const kept = numbers(parsed(files));
  const now = numbers(parsed(learnt()));
  expect([...kept.keys()].sort()).toEqual([...now.keys()].sort());
  const moved = [...now].filter(([key, values]) =>
    values.some((value, i) => Math.abs(value - (kept.get(key)?.[i] ?? Infinity)) > CLOSE),
  );
  expect(moved).toEqual([]);
});
