import { join } from "node:path";
import { sheetQuestions } from "../../../judge/answers/questions/questions";
import { truthOf } from "../../../judge/answers/truth/load";
import { folderWith, scratch } from "../testing/folder";
import { openPool, type PoolSettings } from "./pool";

const folder = folderWith(scratch(), {
  "worker.js": `module.exports = (sheets) => sheets.map(({ source }) => {
    if (source === "hang") for (;;);
    if (source === "exit") process.exit(1);
    if (source === "throw") throw new Error("unforeseen");
    if (source === "hoard") { const all = []; for (;;) all.push(new Array(1e6).fill(0.5)); }
    return JSON.stringify(source);
  });`,
});
const ingredients = { questions: sheetQuestions(), truth: truthOf() };
const open = (settings: Partial<PoolSettings> = {}) =>
  openPool(ingredients, {
    threads: 1,
    signal: new AbortController().signal,
    worker: join(folder, "worker.js"),
    ...settings,
  });
const task = (source: string) => ({ source, name: "a.yaml" });

it.each([
  ["hang", "longer than 2 s", 2_000],
  ["throw", "not foreseen", 30_000],
  ["exit", "not foreseen", 30_000],
  ["hoard", "not foreseen", 30_000],
])("costs a sheet that makes its thread %s its grade, and the others nothing", async (what, why, bound) => {
  await using pool = open({ bound });
  const outcomes = await pool.grade(["before", what, "after"].map(task));
  expect(outcomes[0]).toEqual({ json: '"before"' });
  expect(outcomes[1]).toMatchObject({ refused: { en: expect.stringContaining(why) as string } });
  expect(outcomes[2]).toEqual({ json: '"after"' });
});

it("rejects once it is aborted, whatever its threads do", async () => {
  const controller = new AbortController();
  await using pool = open({ signal: controller.signal });
  const grading = pool.grade([task("hang")]);
  controller.abort();
  await expect(grading).rejects.toThrow("abort");
});

it("outlives threads that cannot even start", async () => {
  await using pool = open({ worker: join(folder, "nowhere.js"), bound: 1_000 });
  // Those that take the place of the first fail with no sheet in their hands.
  for (const source of ["first", "second"])
    expect(await pool.grade([task(source)])).toEqual([{ refused: expect.anything() as object }]);
});
