import { once } from "node:events";
import { PassThrough } from "node:stream";
import { Journal } from "../journal/journal";
import { collectLog } from "./collect";

describe("a log that is collected", () => {
  it("tells where lines may be missing", async () => {
    const [journal, stream] = [new Journal(), new PassThrough()];
    const collector = await collectLog({ open: () => Promise.resolve(stream) }, journal);
    stream.emit("gap", { en: "cut", fr: "coupé" });
    stream.end("one\n");
    await once(stream, "end");
    collector.stop();
    expect(journal.entries).toMatchObject([
      { source: "play", exercise: "0-target", name: "log-gap", text: "cut", data: { fr: "coupé" } },
      { source: "log", text: "one" },
    ]);
  });
});
