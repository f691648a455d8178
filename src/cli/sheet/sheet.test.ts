import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { questionIds } from "../../judge/answers/questions/questions";
import { tpMqtt } from "../testing";

const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-sheet-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function teachersFile(name: string, source: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

function idsOn(sheet: string): string[] {
  return [...sheet.matchAll(/^(?:### )?(\d[\d.]*-[\w-]+)(?:: *$| \()/gm)].map(([, id = ""]) => id);
}

it.each([
  [[], "answer: |", "number:"],
  [["--lang", "fr"], "réponse: |", "numéro:"],
  [["--form", "markdown"], "```log", "- number:"],
  [["--form=markdown", "--lang=fr"], "```log", "- numéro :"],
])("writes the sheet that %j asks for", async (flags, place, number) => {
  const { status, stdout, stderr } = await tpMqtt(["sheet", ...flags]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(idsOn(stdout)).toEqual(questionIds());
  expect(stdout.normalize("NFKC")).toContain(place);
  expect(stdout.normalize("NFKC")).toContain(number);
});

it("asks what the teacher's file asks", async () => {
  const path = teachersFile(
    "mine.yaml",
    Buffer.from(
      'drop: [2.3-connack]\nadd: [{ id: 5.3-port, kind: choice, points: 2, asks: { en: "Which port?", fr: "Numéro ?" }, options: { a: { en: One, fr: Un }, b: { en: Two, fr: Deux } }, right: a }]\n',
      "latin1",
    ),
  );
  const { stdout } = await tpMqtt(["sheet", "--questions", path, "--lang", "fr"]);
  expect(stdout.normalize("NFKC")).toContain(
    "# 5.3-port (2 points)\n# Numéro ?\n# a : Un\n# b : Deux\n5.3-port:\n  réponse: |",
  );
  expect(idsOn(stdout)).toEqual(
    [...questionIds().filter((id) => id !== "2.3-connack"), "5.3-port"].sort(order),
  );
});

/** As on the sheet: 5.3-port comes at the end of its section. */
function order(a: string, b: string): number {
  const all = [...questionIds()];
  all.splice(
    all.findIndex((id) => id.startsWith("6")),
    0,
    "5.3-port",
  );
  return all.indexOf(a) - all.indexOf(b);
}

it.each([
  ["drop: [3-kx", ":1:7: a bracket is opened here and not closed"],
  ["drop: [3-xk]", ":1:8: there is no question “3-xk”; did you mean “3-kx”?"],
  [
    "add: [{ id: 5.3-a, kind: prose, points: 1, asks: { en: a, fr: b }, rubric: 3-kk }]",
    ":1:76: there is no rubric “3-kk”; did you mean “3-k”?",
  ],
  [
    "add: [{ id: 5.3-a, kind: sequence, points: 1, asks: { en: a, fr: b }, truth: { fact: packets, exercise: 2.4-qos2, role: publishr } }]",
    ":1:78: there is no recorded fact “packets 2.4-qos2 publishr”; did you mean “packets 2.4-qos2 publisher”?",
  ],
])("the teacher's file %j is one sentence and status 2", async (source, complaint) => {
  const path = teachersFile("wrong.yaml", source);
  const { status, stdout, stderr } = await tpMqtt(["sheet", "--questions", path]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(`tp-mqtt: ${path}${complaint}\n`);
});

it.each([
  [
    ["--questions", "nowhere.yaml"],
    "The questions nowhere.yaml cannot be read: there is no such file or folder.",
  ],
  [["--form", "word"], "--form"],
  [["a.yaml"], "to keep the sheet write tp-mqtt sheet > a.yaml"],
])("sheet %j is one sentence and status 2", async (argv, complaint) => {
  const { status, stdout, stderr } = await tpMqtt(["sheet", ...argv]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(complaint);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

it("tells its options", async () => {
  const { status, stdout } = await tpMqtt(["sheet", "--help", "--lang", "fr"]);
  expect(status).toBe(0);
  expect(stdout).toContain("--questions FILE");
});
