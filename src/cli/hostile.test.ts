/** What would take the memory, the stack or the patience of a reader that is not careful, from the file to what is said. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { check } from "./check/check";
import { grade } from "./grade/grade";
import { filesIn, folderWith, scratch, sheetWith } from "./grade/testing/folder";
import { UserError } from "./user-error";

const HEAD = "sheet: 1\nlang: en\nname: A\n";
const SOUND = "2.4-qos1-packets:\n  answer: |\n    PUBLISH, PUBACK\n";
const aliases = Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`);

/** With a sound answer below, which is read all the same where the sheet as a whole can be. */
const SHEETS = {
  large: `${HEAD}2.4-qos0:\n  answer: |\n${"    PUBLISH, and nothing comes back.\n".repeat(280_000)}${SOUND}`,
  long: `${HEAD}2.4-qos0:\n  answer: |\n    ${"a".repeat(1_900_000)}\n${SOUND}`,
  brackets: `${HEAD}2.4-qos0: ${"[".repeat(100_000)}\n${SOUND}`,
  braces: `${HEAD}2.4-qos0: ${"{a: ".repeat(100_000)}\n${SOUND}`,
  aliases: `${HEAD}a0: &a0 [x, x]\n${aliases.join("\n")}\n2.4-qos0: *a60\n${SOUND}`,
  mischief: `${sheetWith({ "2.4-qos0": "<img src=x onerror=alert(1)> \u001b[31m" }, "=<script>alert(1)</script>")}\n${SOUND}`,
};

const folder = scratch();
folderWith(
  join(folder, "class"),
  Object.fromEntries(Object.entries(SHEETS).map(([name, sheet]) => [`${name}.yaml`, sheet])),
);

async function run(command: typeof check, argv: readonly string[]): Promise<{ status: number; out: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  try {
    const streams = { stdout: stdout as never, stderr: stderr as never };
    const status = await command({ argv, env: {}, lang: "en", ...streams });
    stdout.end();
    return { status, out: await text(stdout) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { status: error.status, out: error.text.en };
  }
}

it.each([
  ["large", 2, "large.yaml:1:1: This sheet is longer than 2 MB or 40,000 lines"],
  ["long", 1, "long.yaml:6:5: This text is longer than 64 KB"],
  ["brackets", 1, "brackets.yaml:4:11: This text is longer than 64 KB"],
  ["braces", 1, "braces.yaml:4:11: This text is longer than 64 KB"],
  ["aliases", 0, "your teacher will read this"],
  ["mischief", 0, "your teacher will read this"],
])("a student who checks the sheet %s learns what is wrong with it", async (name, status, said) => {
  const sheet = join(folder, "class", `${name}.yaml`);
  const { status: ended, out } = await run(check, [sheet]);
  expect(out.replace(/\s+/g, " ")).toContain(said);
  expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  expect(ended).toBe(status);
});

it("a class of such sheets is graded: what can be read of each, and why the rest cannot", async () => {
  const reports = join(folder, "reports");
  const { status, out } = await run(grade, [join(folder, "class"), "--reports", reports, "--workers", "1"]);
  expect(status).toBe(1);
  expect(out).toContain("5 of 6 submissions graded");
  const { submissions } = JSON.parse(readFileSync(join(reports, "grades.json"), "utf8")) as {
    submissions: { id: string; marks: { question: string; outcome: string }[] }[];
  };
  const outcomes = submissions.map(({ id, marks }) => [
    id,
    marks.find(({ question }) => question === "2.4-qos1-packets")?.outcome,
  ]);
  expect(Object.fromEntries(outcomes)).toEqual({
    ...Object.fromEntries(Object.keys(SHEETS).map((name) => [name, "right"])),
    large: undefined,
  });
  const files = [...filesIn(reports)];
  expect(
    files.filter(([path, content]) => path.endsWith(".html") && /<(?:script|img)/.test(content)),
  ).toEqual([]);
  expect(files.find(([path]) => path === "grades.csv")?.[1]).toContain("'=<script>");
});
