import { once } from "node:events";
import { mkdtemp, rm, watch } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { commandSource } from "./command";
import { LogSourceError } from "./error";

describe("a log from a command", () => {
  it("gives standard output and standard error together, to the command's end", async () => {
    const log = await text(await commandSource("echo out; echo err >&2").open());
    expect(log.split("\n").sort()).toEqual(["", "err", "out"]);
  });

  it("ends the whole pipeline when the stream is destroyed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tp-mqtt-log-"));
    const changes = watch(folder)[Symbol.asyncIterator]();
    const inner = `trap 'echo > ${folder}/ended; exit' TERM; echo ready; sleep 300 & wait`;
    const stream = await commandSource(`sh -c ${JSON.stringify(inner)} | cat`).open();
    await once(stream, "data");
    const change = changes.next();
    stream.destroy();
    expect(await change).toMatchObject({ value: { filename: "ended" } });
    await changes.return?.();
    await rm(folder, { recursive: true });
  });

  it("fails in one sentence with the command's last words", async () => {
    const stream = await commandSource("echo 'tail: cannot open it' >&2; exit 3").open();
    const error = await failure(stream);
    expect(error).toBeInstanceOf(LogSourceError);
    expect(error.text.en).toBe(
      "The log command failed (tail: cannot open it). Try it in a terminal: echo 'tail: cannot open it' >&2; exit 3",
    );
    expect(error.text.fr).toMatch(/^La commande qui lit le journal a échoué \(tail: cannot open it\)\. /);
  });

  it("fails with the exit status when the command said nothing", async () => {
    expect((await failure(await commandSource("exit 4").open())).text.en).toMatch(/failed \(exit 4\)/);
  });
});

async function failure(stream: Readable): Promise<LogSourceError> {
  stream.resume();
  const [error] = (await once(stream, "error")) as [LogSourceError];
  return error;
}
