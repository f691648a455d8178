import Ajv from "ajv";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../../package.json";
import { tpMqtt } from "./testing";

/** Each test starts Node once or twice, on a machine that may be busy. */
jest.setTimeout(30_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-cli-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What the schema in the repository has against a results.json. */
function wrongWithResults(text: string): unknown {
  const schema = JSON.parse(readFileSync(join(__dirname, "../report/results.schema.json"), "utf8")) as object;
  const valid = new Ajv({ strict: true, allErrors: true }).compile(schema);
  return valid(JSON.parse(text)) ? [] : valid.errors;
}

const file = (name: string) => readFileSync(join(folder, name), "utf8");

test("--version is the package's, from whatever folder", async () => {
  expect(await tpMqtt(["--version"], { cwd: folder })).toEqual({
    status: 0,
    stdout: `${version}\n`,
    stderr: "",
  });
});

test("help is in the language of the locale, or of --lang", async () => {
  const english = await tpMqtt(["--help"]);
  const french = await tpMqtt(["--help"], { env: { LC_ALL: "fr_FR.UTF-8" } });
  const flag = await tpMqtt(["verify", "--help", "--lang", "fr"]);
  expect(english.stdout).toContain("Commands:");
  expect(french.stdout).toContain("Commandes");
  expect(flag.stdout).toContain("--log-command CMD");
  expect([english.status, french.status, flag.status]).toEqual([0, 0, 0]);
});

test("without a command it tells how it is used, and fails", async () => {
  const { status, stdout } = await tpMqtt([]);
  expect(status).toBe(2);
  expect(stdout).toContain("tp-mqtt verify");
});

test("--list names exercises and claims, and plays nothing", async () => {
  const { status, stdout, stderr } = await tpMqtt(["verify", "--list", "--only", "2.4-qos1"]);
  expect(status).toBe(0);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^2\.4-qos1 {2}/);
  expect(stdout).toMatch(/^ {2}2\.4-qos1\/puback +the broker answers/m);
});

test.each([
  [["verfy"], "There is no command “verfy”; did you mean “verify”?"],
  [["verify", "--prot", "1883"], "There is no option --prot; the nearest is --port."],
  [["verify", "--frobnicate", "1"], /^tp-mqtt: There is no option --frobnicate; /],
  [
    ["verify", "--tls-port", "1"],
    /^tp-mqtt: --tls-port \(TP_TLS_PORT\) is about a broker that is already running/,
  ],
  [
    ["verify", "--host", "localhost", "--ca", __filename],
    /main\.test\.ts \(--ca, TP_CA\) cannot be read: it is not PEM/,
  ],
  [["verify", "2.4"], "“2.4” is not an option; to choose exercises write --only 2.4."],
  [["verify", "--only"], "The option --only needs a value."],
  [["verify", "--only", "--target", "native"], "The option --only needs a value."],
  [["verify", "--lang", "de"], "--lang is “de”; it can be fr, en."],
  [["verify", "--only", "2.4-qso2"], /No exercise begins with 2\.4-qso2; the nearest are: .*2\.4-qos2/],
  [["verify", "--target", "moon"], /There is no target “moon”/],
  [
    ["verify", "--reports", "/dev/null/x"],
    /cannot be written into “\/dev\/null\/x” \(it is not a folder, or a part/,
  ],
  [["verify", "--reports", __filename], /cannot be written into .*main\.test\.ts” \(it is not a folder/],
  [["verify", "--from", "/dev/null"], /The journal \/dev\/null\/journal\.jsonl cannot be read/],
])("%j is refused in one sentence", async (argv, sentence) => {
  const { status, stdout, stderr } = await tpMqtt(argv);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("a broker that is not there is one diagnosis, and nothing judged", async () => {
  // No ephemeral port: another broker on this machine might be given it meanwhile.
  const port = 1;
  const { status, stdout, stderr } = await tpMqtt([
    "verify",
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--reports",
    folder,
  ]);
  expect(status).toBe(2);
  expect(stderr.split("\n").length).toBeLessThan(4);
  expect(stdout.match(/✘ 0-target\/listens$/gm)).toHaveLength(1);
  expect(stdout).toContain("✘ 1 failed");
  expect(stdout).toContain("NOTHING WAS JUDGED");
});

test("a variable says what its flag says", async () => {
  const { status, stdout } = await tpMqtt(["verify", "--list"], {
    env: { TP_ONLY: "2.4-qos0,2.4-qos2", TP_LANG: "fr" },
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^2\.4-qos0 {2}/);
  expect(stdout).not.toContain("2.4-qos1/");
});

test("a switch among the variables is on or off, and nothing else", async () => {
  const { status, stderr } = await tpMqtt(["verify", "--list"], { env: { TP_STRICT: "maybe" } });
  expect(status).toBe(2);
  expect(stderr).toBe("tp-mqtt: TP_STRICT is “maybe”; it can be 1, true, 0, false.\n");
  expect((await tpMqtt(["verify", "--list", "--only", "3-ping"], { env: { TP_STRICT: "0" } })).status).toBe(
    0,
  );
});

test("a recorded run is judged again to the same reports", async () => {
  const again = join(folder, "again");
  const first = await tpMqtt(["verify", "--target", "embedded", "--only", "2.4-qos1", "--reports", folder]);
  const second = await tpMqtt(["verify", "--from", folder, "--reports", again]);
  expect(first.stdout).toContain("qos1 ✔");
  expect(wrongWithResults(file("results.json"))).toEqual([]);
  expect(second.status).toBe(first.status);
  for (const name of ["results.json", "junit.xml", "summary.md", "journal.jsonl", "broker.log"]) {
    expect(file(join("again", name))).toBe(file(name));
  }
});

test("a broken journal is refused with its place, and nothing is overwritten", async () => {
  writeFileSync(join(folder, "journal.jsonl"), "{}\n");
  writeFileSync(join(folder, "results.json"), "old");
  const { status, stderr } = await tpMqtt(["verify", "--from", folder, "--lang", "fr"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/journal\.jsonl:1:1: il n’existe pas d’entrée du type /);
  expect(file("results.json")).toBe("old");
});

test("Ctrl-C ends the run in order: what was recorded is reported", async () => {
  const { status, stdout } = await tpMqtt(
    ["verify", "--target", "embedded", "--only", "3", "--reports", folder],
    {
      interruptAt: /Playing/,
    },
  );
  expect(status).toBe(130);
  expect(stdout).toContain("INTERRUPTED");
  expect(file("journal.jsonl")).toContain("interrupted");
  expect(JSON.parse(file("results.json"))).toHaveProperty("version", 1);
});
