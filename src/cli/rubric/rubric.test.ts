import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tpMqtt } from "../testing";

const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-rubric-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(...lines: string[]): string {
  const path = join(folder, `${lines.length}-${String(lines[0]?.length)}.jsonl`);
  writeFileSync(path, lines.join("\n"));
  return path;
}

const RIGHT = JSON.stringify({ q: "3-k", lang: "fr", text: "C'est le keep alive en secondes.", points: 2 });
const TOO_LITTLE = JSON.stringify({
  q: "3-k",
  lang: "en",
  text: "The size of the packet in kilobytes.",
  points: 2,
});

it("writes the JSON that programs were promised", async () => {
  const { status, stdout } = await tpMqtt([
    "rubric",
    "test",
    fileWith(RIGHT, TOO_LITTLE),
    "--json",
    "--lang",
    "fr",
  ]);
  const figures = { n: 2, decided: 2, exact: 1, offByTwo: 1, over: 0, under: 1, teacher: 0, kappa: 0 };
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    total: figures,
    questions: { "3-k": figures },
    answers: [
      { line: 1, q: "3-k", points: 2, marked: 2, reason: "juste\u00a0: le keep alive\u00a0; en secondes" },
      { line: 2, q: "3-k", points: 0, marked: 2, reason: "faux\u00a0: autre chose" },
    ],
  });
  expect(status).toBe(0);
});

it("without a file tries the project's own, and keeps what is out of sight there", async () => {
  const { status, stdout } = await tpMqtt(["rubric", "test", "--lang", "en"]);
  expect(stdout).toMatch(/^hidden\.jsonl +\d+/m);
  expect(stdout).toMatch(/^2\.4-qos0 {2}A +\d+/m);
  expect(stdout).not.toMatch(/^hidden\.jsonl:\d/m);
  expect(status).toBe(0);
});

it.each([
  [[fileWith("{")], /^tp-mqtt: .*1-1\.jsonl:1:\d: this is not JSON\n$/],
  [
    ["nowhere.jsonl"],
    /^tp-mqtt: The answers nowhere\.jsonl cannot be read: there is no such file or folder\.\n$/,
  ],
  [[fileWith("")], /holds no answers\.\n$/],
  [["a", "b"], /“b” is one argument too many/],
])("rubric test %j is one sentence and status 2", async (argv, complaint) => {
  const { status, stderr } = await tpMqtt(["rubric", "test", ...argv]);
  expect(stderr).toMatch(complaint);
  expect(status).toBe(2);
});

it("knows no other action", async () => {
  const { status, stderr } = await tpMqtt(["rubric", "tset"]);
  expect(stderr).toBe("tp-mqtt: There is no “rubric tset”; did you mean “rubric test”?\n");
  expect(status).toBe(2);
});
