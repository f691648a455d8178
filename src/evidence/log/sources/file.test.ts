import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { LogSourceError } from "./error";
import { fileSource } from "./file";

describe("a followed log file", () => {
  let folder: string;
  let path: string;
  let stream: Readable | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tp-mqtt-log-"));
    path = join(folder, "mosquitto.log");
  });
  afterEach(async () => {
    stream?.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens the file, and gives what to call for the text that has come once it ends in `end`. */
  async function follow(tail?: number | "all") {
    const opened = (stream = await fileSource(path, tail).open());
    let text = "";
    opened.setEncoding("utf8").on("data", (more: string) => (text += more));
    return (end: string) =>
      new Promise<string>((resolve) => {
        const check = () => {
          if (!text.endsWith(end)) return;
          opened.off("data", check);
          resolve(text);
        };
        opened.on("data", check);
        check();
      });
  }

  it("gives what is appended from the moment of opening, and nothing from before", async () => {
    await writeFile(path, "before\n");
    const until = await follow();
    await appendFile(path, "one\n");
    expect(await until("one\n")).toBe("one\n");
    await appendFile(path, "two\n");
    expect(await until("two\n")).toBe("one\ntwo\n");
  });

  it.each<[number | "all", string]>([
    ["all", "1\n2\n3\nmore\n"],
    [9, "1\n2\n3\nmore\n"],
    [3, "1\n2\n3\nmore\n"],
    [2, "2\n3\nmore\n"],
    [0, "more\n"],
  ])("gives the last %s lines first", async (tail, expected) => {
    await writeFile(path, "1\n2\n3\n");
    const until = await follow(tail);
    await appendFile(path, "more\n");
    expect(await until("more\n")).toBe(expected);
  });

  it("finds the last lines of a big file, and counts a last one without end", async () => {
    const line = `${"x".repeat(99)}\n`;
    await writeFile(path, `${line.repeat(5000)}unfinished`);
    const until = await follow(1500);
    expect((await until("unfinished")).length).toBe(1499 * line.length + "unfinished".length);
  });

  it("goes on with the new file after a rotation by renaming, and loses no end of the old one", async () => {
    await writeFile(path, "before\n");
    const until = await follow();
    await appendFile(path, "last of the old\n");
    await rename(path, `${path}.1`);
    await writeFile(path, "first of the new\n");
    expect(await until("new\n")).toBe("last of the old\nfirst of the new\n");
    await appendFile(path, "more\n");
    expect(await until("more\n")).toBe("last of the old\nfirst of the new\nmore\n");
  });

  it("begins anew when the file was emptied", async () => {
    await writeFile(path, "a long line from before\n");
    const until = await follow();
    await appendFile(path, "one\n");
    await until("one\n");
    await truncate(path);
    await appendFile(path, "two\n");
    expect(await until("two\n")).toBe("one\ntwo\n");
  });

  it("gives more than one chunk at a time", async () => {
    await writeFile(path, "");
    const until = await follow();
    const much = "0123456789\n".repeat(40_000);
    await appendFile(path, `${much}end`);
    expect((await until("end")).length).toBe(much.length + 3);
  });

  it("says that there is no such file", async () => {
    const open = fileSource(join(folder, "missing.log")).open();
    await expect(open).rejects.toThrow(LogSourceError);
    await expect(open).rejects.toThrow(/missing\.log cannot be read: there is no such file\.$/);
  });

  it("says that a folder is no log", async () => {
    await expect(fileSource(folder).open()).rejects.toThrow(/it is a folder/);
  });
});
