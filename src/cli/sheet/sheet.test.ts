import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { questionIds } from "../../judge/answers/questions/questions";
import { langOf } from "../lang";
import { tpMqtt } from "../testing";
import { sheet } from "./sheet";

const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-sheet-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function teachersFile(name: string, source: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

/** As the command does, without a process of its own. */
async function written(...argv: string[]): Promise<string> {
  let text = "";
  const stdout = { write: (piece: string) => (text += piece) } as unknown as NodeJS.WriteStream;
  expect(await sheet({ argv, env: {}, lang: langOf(argv, {}), stdout, stderr: stdout })).toBe(0);
  return text;
}

/** What the user is told. */
async function refused(...argv: string[]): Promise<string> {
  try {
    await written(...argv);
  } catch (error) {
    if (error instanceof Error && "text" in error) return (error.text as { en: string }).en;
    throw error;
  }
  return "nothing";
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
  const stdout = await written(...flags);
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
  const stdout = await written("--questions", path, "--lang", "fr");
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
])("the teacher's file %j is one sentence with its place", async (source, complaint) => {
  const path = teachersFile("wrong.yaml", source);
  expect(await refused("--questions", path)).toBe(`${path}${complaint}`);
});

it.each([
  [
    ["--questions", "nowhere.yaml"],
    "The questions nowhere.yaml cannot be read: there is no such file or folder.",
  ],
  [["--form", "word"], "--form"],
  [["a.yaml"], "to keep the sheet write tp-mqtt sheet > a.yaml"],
])("sheet %j is one sentence", async (argv, complaint) => {
  expect(await refused(...argv)).toContain(complaint);
});

it("as a command, writes the sheet or says what is wrong, with status 2", async () => {
  const right = await tpMqtt(["sheet", "--lang", "fr"]);
  expect(right).toEqual({ status: 0, stderr: "", stdout: await written("--lang", "fr") });
  const path = teachersFile("wrong.yaml", "drop: [3-kx");
  expect(await tpMqtt(["sheet", "--questions", path, "--lang", "fr"])).toEqual({
    status: 2,
    stdout: "",
    stderr: `tp-mqtt: ${path}:1:7: un crochet ou une accolade est ouvert ici et n’est pas refermé\n`,
  });
});

it("tells its options", async () => {
  expect(await written("--help", "--lang", "fr")).toContain("--questions FILE");
});
