/** `TP_ANSWERS=sheet npx jest specs/07-answers`, as a student's repository runs it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptySheet } from "../src/judge/answers/sheet/write";
import { sheetQuestions } from "../src/judge/answers/questions/questions";

jest.setTimeout(120_000);

const ROOT = join(__dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-answers-test-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Outcome {
  readonly status: number;
  readonly said: string;
  readonly junit: string | undefined;
}

async function checkedBy(sheet: string): Promise<Outcome> {
  const reports = mkdtempSync(join(folder, "reports-"));
  const env = {
    ...process.env,
    TP_ANSWERS: sheet,
    TP_REPORTS: reports,
    LANG: "C",
    JEST_WORKER_ID: undefined,
  };
  const jest = spawn(process.execPath, [require.resolve("jest/bin/jest"), "specs/07-answers"], {
    cwd: ROOT,
    env,
  });
  let said = "";
  for (const stream of [jest.stdout, jest.stderr])
    stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [status] = (await once(jest, "close")) as [number];
  const file = join(reports, "answers/junit.xml");
  return { status, said, junit: existsSync(file) ? readFileSync(file, "utf8") : undefined };
}

/** The empty sheet with one answer. */
function sheetWith(id: string, answer: string): string {
  const path = join(folder, `${answer.length}.yaml`);
  const sheet = emptySheet(sheetQuestions(), "en", "yaml");
  const [before = "", after = ""] = sheet.split(`\n${id}:\n  answer: |\n`);
  writeFileSync(path, `${before}\n${id}:\n  answer: |\n    ${answer}\n${after}`);
  return path;
}

test("each question is a test, which fails until it is answered, and JUnit comes out of it", async () => {
  const { status, said, junit = "" } = await checkedBy(sheetWith("2.4-qos1-packets", "PUBLISH, PUBACK"));
  const all = sheetQuestions().length;
  expect(said).toContain(`Tests:       ${all - 1} failed, 1 passed, ${all} total`);
  expect(said).toMatch(/✓ 2\.4-qos1-packets: /);
  expect(junit).toContain(`tests="${all}" failures="${all - 1}"`);
  expect(status).toBe(1);
});

test("what is wrong with the sheet itself is one failing test, which says so", async () => {
  const { status, said, junit } = await checkedBy(join(folder, "nowhere.yaml"));
  expect(said).toContain("Tests:       1 failed, 1 total");
  expect(said).toContain("no such file");
  expect({ status, junit }).toEqual({ status: 1, junit: undefined });
});
