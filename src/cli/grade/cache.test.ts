import { appendFileSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCache } from "./cache";
import { scratch } from "./testing/folder";

const folder = scratch();
const key = (n: number) => String(n).repeat(64).slice(0, 64);
const state = (n: number) => key(n).slice(0, 32);
const fileOf = (n: number) => join(folder, `${state(n)}.grades`);

it("gives back what an earlier run put in, accents and all", () => {
  using first = openCache(folder, state(1));
  first.put(key(1), '{"a":"été ☃ 😀"}');
  first.put(key(2), '{"b":2}');
  expect(first.get(key(2))).toBe('{"b":2}');
  using again = openCache(folder, state(1));
  expect(again.get(key(1))).toBe('{"a":"été ☃ 😀"}');
  expect(again.get(key(2))).toBe('{"b":2}');
  expect(again.get(key(3))).toBeUndefined();
});

it("knows nothing of what was graded with something else", () => {
  using one = openCache(folder, state(2));
  one.put(key(1), "{}");
  using other = openCache(folder, state(3));
  expect(other.get(key(1))).toBeUndefined();
});

it("does without a line that was cut, and writes the next one whole", () => {
  using first = openCache(folder, state(4));
  first.put(key(1), '{"a":1}');
  first.put(key(2), '{"b":2}');
  truncateSync(fileOf(4), readFileSync(fileOf(4)).length - 3);
  using again = openCache(folder, state(4));
  expect(again.get(key(1))).toBe('{"a":1}');
  expect(again.get(key(2))).toBeUndefined();
  again.put(key(3), '{"c":3}');
  using third = openCache(folder, state(4));
  expect(third.get(key(3))).toBe('{"c":3}');
});

it("does without what is no line of its own", () => {
  writeFileSync(fileOf(5), "something else\n\n");
  appendFileSync(fileOf(5), `${key(1)}\t{"a":1}\n`);
  using cache = openCache(folder, state(5));
  expect(cache.get(key(1))).toBe('{"a":1}');
});

it("finds lines that are longer than what is read at once", () => {
  const long = JSON.stringify("x".repeat(3 * 1024 * 1024));
  using first = openCache(folder, state(6));
  first.put(key(1), long);
  first.put(key(2), "2");
  using again = openCache(folder, state(6));
  expect(again.get(key(1))).toBe(long);
  expect(again.get(key(2))).toBe("2");
});

it("keeps the files of the last states only", () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) {
    openCache(folder, state(n))[Symbol.dispose]();
    utimesSync(fileOf(n), n, n);
  }
  openCache(folder, state(9))[Symbol.dispose]();
  expect(readdirSync(folder).sort()).toEqual([7, 8, 9].map((n) => `${state(n)}.grades`));
});
