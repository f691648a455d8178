import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tpMqtt } from "../testing";

/** Each test starts Node, on a machine that may be busy. */
jest.setTimeout(30_000);

test.each([
  [["lab", "upp"], "There is no “lab upp”; did you mean “lab up”?"],
  [["lab", "up", "now"], "“now” is not an option of this command; --help lists them."],
  [["lab", "down", "--mqtt-port", "1"], "There is no option --mqtt-port"],
  [["lab", "up", "--mqtt-port", "0"], "--mqtt-port is “0”; it takes a port, 1 to 65535."],
  [["lab", "up", "--bind", "everywhere"], "--bind is “everywhere”; it takes an IPv4 address"],
  [["lab", "up", "--name", "../x"], "--name is “../x”; it takes small letters"],
  [["lab", "up", "--hostname", "a b"], "“a b” is neither a host name nor an IPv4 address."],
  [["lab", "up", "--public-key", "/dev/null"], "/dev/null is no file of OpenSSH public keys"],
  [["lab", "up", "--password-stdin"], "The password must have at least 8 characters, all of them ASCII."],
  [
    ["lab", "up", "--password-stdin", "--public-key", "x"],
    "--password-stdin and --public-key exclude each other.",
  ],
])("%j is refused in one sentence, and nothing is started", async (argv, sentence) => {
  const { status, stdout, stderr } = await tpMqtt(argv);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("each action has its help, in both languages", async () => {
  const up = await tpMqtt(["lab", "up", "--help"]);
  const down = await tpMqtt(["lab", "down", "--help", "--lang", "fr"]);
  expect(up.stdout).toContain("--public-key FILE");
  expect(down.stdout).toContain("--keep-handout");
  expect(down.stdout).not.toContain("--public-key");
});

test("where there is no lab, status says so with 2, and down is content", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-no-lab-"));
  try {
    expect(await tpMqtt(["lab", "status", "--dir", folder])).toMatchObject({ status: 2, stdout: "" });
    expect(await tpMqtt(["lab", "down", "--dir", folder])).toMatchObject({ status: 0, stderr: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
