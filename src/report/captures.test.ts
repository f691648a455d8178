import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { captureIn, CONNECT, Made } from "../evidence/wire/capture/testing";
import { writeCaptures } from "./captures";
import type { Report } from "./report";
import { madeReport } from "./testing/report";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-test-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function written(change: Partial<Report> = {}): Promise<Record<string, string>> {
  await writeCaptures({ ...madeReport("en"), folder, ...change });
  const captures = join(folder, "captures");
  const names = readdirSync(captures).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(captures, name), "utf8")]));
}

test("each exercise with connections has a capture, and secrets lie beside it for their owner only", async () => {
  const files = await written();
  expect(Object.keys(files)).toEqual(["2.4-qos2.pcapng", "5.2-trusted.keys", "5.2-trusted.pcapng"]);
  expect(files["5.2-trusted.keys"]).toBe("# tp-mqtt 0.1.0\nCLIENT_RANDOM 00 11\n");
  expect(statSync(join(folder, "captures/5.2-trusted.keys")).mode & 0o777).toBe(0o600);
});

test("a capture names its exercise in words, the broker, and how it is decrypted", async () => {
  const files = await written({ lang: "fr" });
  expect(files["2.4-qos2.pcapng"]).toContain(
    "2.4-qos2 – QoS\u00a02\u00a0: quatre paquets\nPorts comme dans le TP\u00a0: 1883 = 127.0.0.1:40821",
  );
  expect(files["5.2-trusted.pcapng"]).toContain(
    "wireshark -o tls.keylog_file:5.2-trusted.keys 5.2-trusted.pcapng",
  );
});

test("where clients logged in with a password there are no keys, and the capture says why", async () => {
  const login = { ...CONNECT, username: "student", password: Buffer.from("********") };
  const { entries } = madeReport("en");
  const files = await written({ entries: [...entries, ...new Made().packet("client", login).entries] });
  expect(Object.keys(files)).toEqual(["2.4-qos2.pcapng", "5.2-trusted.pcapng"]);
  expect(files["5.2-trusted.pcapng"]).toContain("the clients logged in with a password");
});

test("captures of an earlier run are removed, what somebody else put there stays", async () => {
  await written();
  const captures = join(folder, "captures");
  writeFileSync(join(captures, "mine.keys"), "CLIENT_RANDOM 22 33\n");
  writeFileSync(join(captures, "short.pcapng"), "");
  mkdirSync(join(captures, "folder.pcapng"));
  captureIn(captures, new Made().opened().entries, { application: "Dumpcap 4.0.17" });
  await writeCaptures({ ...madeReport("en"), folder, exercises: [] });
  expect(readdirSync(captures).sort()).toEqual(["folder.pcapng", "made.pcapng", "mine.keys", "short.pcapng"]);
});

test("what an exercise of a journal is called names no file", async () => {
  const stranger = new Made().opened({ exercise: "../../outside" }).entries;
  const files = await written({ entries: [...madeReport("en").entries, ...stranger] });
  expect(Object.keys(files)).toHaveLength(3);
  expect(existsSync(join(folder, "../outside.pcapng"))).toBe(false);
});
