import { buffer } from "node:stream/consumers";
import { LogTape } from "./log-tape";

describe("LogTape", () => {
  it("plays from the start to whoever opens it late, byte for byte", async () => {
    const tape = new LogTape();
    tape.write(Buffer.from([0xff, 0x0a]));
    const early = tape.open();
    tape.write(Buffer.from("é"));
    tape.end();
    const all = Buffer.from([0xff, 0x0a, 0xc3, 0xa9]);
    await expect(buffer(early)).resolves.toEqual(all);
    await expect(buffer(tape.open())).resolves.toEqual(all);
  });

  it("goes on for others when one stream is destroyed", async () => {
    const tape = new LogTape();
    tape.open().destroy();
    const other = tape.open();
    tape.write(Buffer.from("x"));
    tape.end();
    await expect(buffer(other)).resolves.toEqual(Buffer.from("x"));
  });

  it("awaits what is to be found, and gives up at the end", async () => {
    const tape = new LogTape();
    const found = tape.until((text) => /v(\d)/.exec(text)?.[1]);
    const never = tape.until((text) => (text.includes("w") ? text : undefined));
    tape.write(Buffer.from("v"));
    tape.write(Buffer.from("2"));
    tape.end();
    await expect(found).resolves.toBe("2");
    await expect(never).resolves.toBeUndefined();
  });
});
