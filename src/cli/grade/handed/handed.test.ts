import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { questionIds, sheetQuestions } from "../../../judge/answers/questions/questions";
import { folderWith, scratch, sheetWith, zipOf, type Files } from "../testing/folder";
import { openClass } from "./class";
import { recognition, sheetOf } from "./sheet-of";

const root = scratch();
let n = 0;
const folder = (files: Files) => folderWith(join(root, String(n++)), files);
const SHEET = sheetWith({ "2.4-qos0": "One PUBLISH.", "2.4-qos1": "PUBLISH, PUBACK." });
const OTHER = sheetWith({ "2.4-qos0": "Another.", "2.4-qos1": "PUBACK." });
const BLANK = "sheet: 1\n2.4-qos0:\n  answer: |\n2.4-qos1:\n  answer: |\n";
const RULES = recognition(sheetQuestions(), new Set(questionIds()));

/** By id: the sheet's path, or why there is none. */
async function found(path: string): Promise<Record<string, string>> {
  const { submissions, close } = await openClass(path, new Set());
  try {
    const all = submissions.map(async (handed) => {
      const sheet = await sheetOf(handed, RULES);
      return [handed.id, "path" in sheet ? sheet.path : sheet.refused.en] as const;
    });
    return Object.fromEntries(await Promise.all(all));
  } finally {
    close();
  }
}

describe("who handed in", () => {
  it("a sheet, a folder or an archive each", async () => {
    const path = folder({
      "alice.yaml": SHEET,
      "bob/notes/readme.txt": "hello",
      "bob/answers.md": SHEET,
      "carol.zip": await zipOf({ "work/answers.yaml": SHEET, "__MACOSX/answers.yaml": OTHER }),
      ".DS_Store": "x",
      "grades.csv": "a,b",
    });
    expect(await found(path)).toEqual({
      alice: "alice.yaml",
      bob: "answers.md",
      carol: "work/answers.yaml",
    });
  });

  it("as Moodle names it, the online text and the files of one student together", async () => {
    const path = folder({
      "Ana Lima_900110_assignsubmission_file_/answers.yaml": SHEET,
      "Ana Lima_900110_assignsubmission_onlinetext_/onlinetext.html": "<p>See my file.</p>",
      "Ben Roy_900111_assignsubmission_onlinetext_/onlinetext.html": `<p>${SHEET.replaceAll("\n", "<br>")}</p>`,
    });
    const { submissions } = await openClass(path, new Set());
    expect(submissions.map(({ record, submitters }) => [record, submitters?.name])).toEqual([
      ["900110", "Ana Lima"],
      ["900111", "Ben Roy"],
    ]);
    expect(Object.values(await found(path))).toEqual([
      "Ana Lima_900110_assignsubmission_file_/answers.yaml",
      "onlinetext.html",
    ]);
  });

  it("as Gradescope exports it, in one archive with a list of who they are", async () => {
    const archive = await zipOf({
      "assignment_1_export/submission_metadata.yml":
        "submission_11:\n  :submitters:\n  - :name: Ana Lima\n    :sid: '007'\n  :score: 3\nsubmission_12:\n  :submitters:\n  - :name: Ben Roy\n    :sid: \"8\"\n",
      "assignment_1_export/submission_11/answers.yaml": SHEET,
      "assignment_1_export/submission_12/answers.yaml": OTHER,
    });
    const path = folder({ "export.zip": archive });
    const { submissions, close } = await openClass(join(path, "export.zip"), new Set());
    close();
    expect(submissions.map(({ submitters }) => submitters)).toEqual([
      { name: "Ana Lima", number: "007" },
      { name: "Ben Roy", number: "8" },
    ]);
    expect(await found(path)).toEqual({ submission_11: "answers.yaml", submission_12: "answers.yaml" });
  });

  it("leaves out what lies there and was not handed in", async () => {
    const path = folder({ "alice.yaml": SHEET, "decisions.yaml": OTHER });
    const { submissions } = await openClass(path, new Set([join(path, "decisions.yaml")]));
    expect(submissions.map(({ id }) => id)).toEqual(["alice"]);
  });
});

describe("what cannot be graded says why, and stops nobody", () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  it.each<[string, () => Files | Promise<Files>, string]>([
    ["nothing", () => ({ "bad/.hidden": "" }), "It is empty."],
    [
      "no sheet",
      () => ({ "bad/a.txt": "hello", "bad/b.png": "x" }),
      "None of its files is an answer sheet: a.txt, b.png.",
    ],
    [
      "two sheets",
      () => ({ "bad/a.yaml": SHEET, "bad/b.yaml": OTHER }),
      "two answer sheets that are filled in, a.yaml and b.yaml",
    ],
    [
      "a damaged archive",
      () => ({ "bad.zip": "PK\u0003\u0004 and then nothing" }),
      "Its archive is damaged, or is none.",
    ],
    ["a bomb", async () => ({ "bad.zip": await zipOf({ "answers.yaml": zeros }) }), "answers.yaml"],
    [
      "a path that climbs",
      async () => ({ "bad.zip": await zipOf({ "../../answers.yaml": SHEET }) }),
      "../../answers.yaml leads out of the archive",
    ],
    [
      "a path from the root",
      async () => ({ "bad.zip": await zipOf({ "/etc/answers.yaml": SHEET }) }),
      "leads out of the archive",
    ],
    [
      "a sheet that is too large",
      () => ({ "bad/answers.yaml": SHEET + "#".repeat(3 * 1024 * 1024) }),
      "larger than any answer sheet",
    ],
  ])("%s", async (_, files, why) => {
    const path = folder({ "alice.yaml": SHEET, ...(await files()) });
    expect(await found(path)).toEqual({ alice: "alice.yaml", bad: expect.stringContaining(why) as string });
  });

  it("a name as long as archives allow, of which the sentence has the beginning and the end", async () => {
    const path = folder({ "bad.zip": await zipOf({ [`${"n".repeat(10_000)}.doc`]: "x" }) });
    const { bad = "" } = await found(path);
    expect(bad).toMatch(/^None of its files is an answer sheet: n+…n+\.doc\.$/);
    expect(bad.length).toBeLessThan(200);
  });

  it("a link, wherever it leads", async () => {
    const path = folder({ "alice.yaml": SHEET, "bad/readme.txt": "" });
    symlinkSync(join(path, "alice.yaml"), join(path, "bad/answers.yaml"));
    expect(await found(path)).toEqual({
      alice: "alice.yaml",
      bad: expect.stringContaining("None of its files") as string,
    });
  });
});

describe("which file is the sheet", () => {
  it.each<[string, Files, string]>([
    ["the one that is filled in", { "bad/empty.yaml": BLANK, "bad/mine.yaml": SHEET }, "mine.yaml"],
    ["either of two that are the same", { "bad/a.yaml": SHEET, "bad/copy/a.yaml": SHEET }, "a.yaml"],
    ["an empty one where there is no other", { "bad/a.yaml": BLANK }, "a.yaml"],
  ])("%s", async (_, files, sheet) => {
    expect(await found(folder(files))).toEqual({ bad: sheet });
  });
});
