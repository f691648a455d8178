/** `check` with the broker's own log beside the sheet: from a file, and from a server that shows it over SSH. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sshd } from "../../evidence/ssh/testing/sshd";
import { programHere } from "../../target/testing/available";
import { checking, fileOf, FOLDER, jsonOf } from "./testing";

jest.setTimeout(60_000);

const LINE = "1700000000: Received PUBLISH from c1 (d0, q0, r0, m0, 'a/b', ... (3 bytes))";
const OTHER = "1700000000: New client connected from 127.0.0.1:1 as c9 (p2, c1, k60).";
const file = fileOf({
  "2.4-qos0": { answer: "The client sends PUBLISH and nothing comes back.", excerpt: LINE },
});
const log = join(FOLDER, "broker.log");
const MISSING = /these lines were\s+not found in\s+the\s+broker/;

const tellsOf = async (...flags: readonly string[]) =>
  (await jsonOf(file, ...flags))["2.4-qos0"]?.tells ?? [];

test("without a log nothing is said of where an excerpt comes from", async () => {
  expect((await tellsOf()).join()).not.toMatch(MISSING);
});

test("an excerpt that is not in it is said to be missing", async () => {
  writeFileSync(log, `${OTHER}\n`);
  expect((await tellsOf("--log-file", log)).join()).toMatch(MISSING);
});

test("one that is in it is not", async () => {
  writeFileSync(log, `${LINE}\n`);
  expect(await tellsOf("--log-file", log)).toEqual(await tellsOf());
});

const sshd = programHere("sshd");

(sshd.here ? describe : describe.skip)(sshd.title("over SSH"), () => {
  /** What `check --ssh` prints, of a server whose login does this. */
  async function over(script: string) {
    await using server = await Sshd.start({ script });
    writeFileSync(server.file("log"), `${LINE}\n`);
    const { host, port, username, keyFile = "", hostKey = "" } = server.access;
    const login = ["--ssh", `${username}@${host}:${port}`, "--ssh-key", keyFile, "--ssh-host-key", hostKey];
    return await checking([file, "--only", "2.4-qos0", ...login]);
  }

  test("what the server has of the past is the log, though it goes on following", async () => {
    const { out } = await over('exec tail -n +1 -f "$1/log"');
    expect(out).toContain("2.4-qos0");
    expect(out).not.toMatch(MISSING);
  });

  test("what it does not show is missing", async () => {
    expect((await over(`echo '${OTHER}'; exec sleep 60`)).out).toMatch(MISSING);
  });

  test("a log that never falls silent is read for a while, and not without end", async () => {
    const { out } = await over(`while :; do echo '${OTHER}'; sleep 0.2; done`);
    expect(out).toMatch(MISSING);
  });

  test("a login that fails is one sentence", async () => {
    await using server = await Sshd.start({ script: "exit" });
    const { host, port, hostKey = "" } = server.access;
    const stranger = ["--ssh", `nobody-here@${host}:${port}`, "--ssh-key", server.access.keyFile ?? ""];
    const { out, status } = await checking([file, ...stranger, "--ssh-host-key", hostKey]);
    expect(status).toBe(2);
    expect(out).toMatch(/^[^\n]+$/);
  });
});
