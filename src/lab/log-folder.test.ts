import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { files } from "./log-folder";

test("reads the files of an archive that tar wrote, whatever their size", () => {
  const folder = mkdtempSync(join(tmpdir(), "tp-mqtt-tar-"));
  const contents = {
    "00000001.log": "a".repeat(512),
    "00000002.log": "",
    "00000003.log": "é\n".repeat(1000),
  };
  try {
    mkdirSync(join(folder, "log"));
    for (const [name, text] of Object.entries(contents)) writeFileSync(join(folder, "log", name), text);
    const archive = execFileSync("tar", ["-C", folder, "--format=ustar", "-c", "log"]);
    const read = [...files(archive)].map(({ name, content }) => [
      name.replace("log/", ""),
      content.toString(),
    ]);
    expect(Object.fromEntries(read)).toEqual(contents);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
