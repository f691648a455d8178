import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMosquitto } from "./binary";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tp-mqtt-binary-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Puts a program there that says `version` of itself, and writes down that it was asked. */
function install(version: string): void {
  const path = join(folder, "mosquitto");
  const said = version === "" ? "" : `echo mosquitto version ${version}`;
  writeFileSync(path, `#!/bin/sh\necho asked >> ${join(folder, "asked")}\n${said}\n`);
  chmodSync(path, 0o755);
}

const found = async () => (await findMosquitto({ PATH: folder }))?.version;
const timesAsked = () => readFileSync(join(folder, "asked"), "utf8").trim().split("\n").length;

test("a program is asked once for its version, however many brokers are started", async () => {
  install("2.0.11");
  expect(await Promise.all([found(), found()])).toEqual(["2.0.11", "2.0.11"]);
  expect(await found()).toBe("2.0.11");
  expect(timesAsked()).toBe(1);
});

test("a program that was replaced is asked anew", async () => {
  install("2.0.11");
  await found();
  install("2.1.2-rc1");
  expect(await found()).toBe("2.1.2-rc1");
});

test("a program that said nothing is asked again", async () => {
  install("");
  await found();
  await found();
  expect(timesAsked()).toBe(2);
});
