import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { tpMqtt } from "../testing";
import { grade } from "./grade";
import { filesIn, folderWith, scratch, sheetWith, zipOf, type Files } from "./testing/folder";

const root = scratch();
let n = 0;
const fresh = () => join(root, String(n++));
const RIGHT = {
  "2.4-qos1-packets": "PUBLISH, PUBACK",
  "2.4-qos2-packets": "PUBLISH, PUBREC, PUBREL, PUBCOMP",
};
const ODD = { ...RIGHT, "2.4-qos0": "The QoS of level zero is like a letter." };
const CLASS: Files = {
  "ana.yaml": sheetWith(RIGHT, "Ana"),
  "ben/answers.yaml": sheetWith({ "2.4-qos1-packets": "PUBLISH" }, "Ben"),
  "cleo.yaml": sheetWith(ODD, "Cléo =1+1"),
};
const DECISIONS = "decisions.yaml";

/** In this process: what tests of the whole command need a process for is its start. */
async function graded(folder: string, ...argv: string[]): Promise<{ status: number; stdout: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const lang = "en";
  const status = await grade({
    argv: [folder, ...argv],
    env: {},
    lang,
    stdout: stdout as never,
    stderr: stderr as never,
  });
  stdout.end();
  return { status, stdout: await text(stdout) };
}

const pointsIn = (reports: string) =>
  Object.fromEntries(
    (
      JSON.parse(readFileSync(join(reports, "grades.json"), "utf8")) as {
        submissions: { id: string; points: number; waiting: number }[];
      }
    ).submissions.map(({ id, points, waiting }) => [id, { points, waiting }]),
  );

describe("a class", () => {
  it("is graded into the same bytes whatever the number of workers, and once only", async () => {
    const folder = folderWith(fresh(), CLASS);
    const [one, three] = [fresh(), fresh()];
    const first = await graded(folder, "--reports", one, "--workers", "1");
    await graded(folder, "--reports", three, "--workers", "3");
    expect(first.status).toBe(0);
    expect(first.stdout).toContain("3 submissions graded\n");
    expect(filesIn(three)).toEqual(filesIn(one));
    expect([...filesIn(one).keys()]).toEqual(
      expect.arrayContaining(["class.html", "grades.csv", "grades.json", "junit.xml", "students/ana.html"]),
    );
    const before = filesIn(one);
    const again = await graded(folder, "--reports", one);
    expect(again.stdout).toContain("3 submissions graded, 3 unchanged since an earlier run");
    expect(filesIn(one)).toEqual(before);
  });

  it("is graded although one of it is broken, which is said", async () => {
    const folder = folderWith(fresh(), { ...CLASS, "dan.zip": await zipOf({ "../../x.yaml": "x" }) });
    const reports = fresh();
    const { status, stdout } = await graded(folder, "--reports", reports);
    expect(status).toBe(1);
    expect(stdout).toMatch(/3 of 4 submissions graded[^]*Not graded\n {2}dan: The path of/);
    expect(Object.keys(pointsIn(reports))).toEqual(["ana", "ben", "cleo", "dan"]);
  });

  it("takes the teacher's decisions, and says what they changed", async () => {
    const folder = folderWith(fresh(), CLASS);
    const [before, after] = [fresh(), fresh()];
    const first = await graded(folder, "--reports", before);
    expect(first.stdout).toContain(`1 answer to read. Decide on them in ${join(folder, DECISIONS)}`);
    const path = join(folder, DECISIONS);
    writeFileSync(path, readFileSync(path, "utf8").replace("points:\n", "points: 2\n"));
    const { stdout } = await graded(folder, "--reports", after, "--since", before);
    expect(stdout).toContain("1 answer settled by your decisions");
    expect(stdout).toMatch(/Cléo =1\+1[^]*2\.4-qos0/);
    const points = (reports: string) => pointsIn(reports).cleo;
    expect(points(before)).toMatchObject({ waiting: 1 });
    expect(points(after)).toEqual({ points: (points(before)?.points ?? 0) + 2, waiting: 0 });
    expect(filesIn(after).has("since.md")).toBe(true);
  });

  it("has a table that no spreadsheet executes", async () => {
    const folder = folderWith(fresh(), { "eve.yaml": sheetWith(RIGHT, "=HYPERLINK(1)") });
    const reports = fresh();
    await graded(folder, "--reports", reports);
    expect(readFileSync(join(reports, "grades.csv"), "utf8")).not.toMatch(/(?:^|[;,"])=/m);
  });

  it("forgets the pages of those who are gone", async () => {
    const folder = folderWith(fresh(), CLASS);
    const reports = fresh();
    await graded(folder, "--reports", reports);
    rmSync(join(folder, "ana.yaml"));
    await graded(folder, "--reports", reports);
    expect([...filesIn(reports).keys()].filter((path) => path.includes("ana"))).toEqual([]);
  });

  it("that holds nothing gradable is status 2", async () => {
    const folder = folderWith(fresh(), { "ana.yaml": "hello" });
    const { status } = await graded(folder, "--reports", fresh());
    expect(status).toBe(2);
  });
});

describe("what cannot be done is one sentence", () => {
  const folder = folderWith(fresh(), CLASS);
  const empty = fresh();
  mkdirSync(empty);
  it.each([
    [["/nowhere/at/all"], "/nowhere/at/all cannot be read: there is no such file or folder."],
    [[empty], "holds no submissions"],
    [[folder, "--reports", join(folder, "out")], "among the submissions"],
    [[folder, "--workers", "0"], "--workers is a number from 1 to 64"],
    [[folder, "--truth", "1.4"], "Nothing is recorded of Mosquitto “1.4”"],
    [[folder, "--truth", empty], "journal.jsonl cannot be read"],
    [[folder, "--since", empty], "grades.json cannot be read"],
    [[folder, "--questions", join(empty, "q.yaml")], "q.yaml cannot be read"],
    [[folder, "--publish", "all"], "points, reasons"],
    [[folder, folder], "one argument too many"],
  ])("%j", async ([path = "", ...argv], sentence) => {
    await expect(
      graded(path, ...argv, ...(argv.includes("--reports") ? [] : ["--reports", fresh()])),
    ).rejects.toThrow(sentence);
  });
});

it("goes on after Ctrl-C, with what was graded kept", async () => {
  const folder = folderWith(
    fresh(),
    Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}.yaml`, sheetWith(ODD, `S${i}`)])),
  );
  const reports = fresh();
  const argv = ["grade", folder, "--reports", reports, "--lang", "en", "--workers", "1"];
  const { status, stderr } = await tpMqtt(argv, { interruptAt: /Grading/ });
  expect({ status, stderr }).toEqual({
    status: 130,
    stderr: expect.stringMatching(/Interrupted: \d+ of 60 submissions graded and kept/) as string,
  });
  expect((await graded(folder, "--reports", reports)).stdout).toContain("60 submissions graded");
});
