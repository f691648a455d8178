import { PassThrough } from "node:stream";
import type { ClientChannel } from "ssh2";
import { Session } from "./session";

const LINE = "1763880000: Received PINGREQ from c1";

/** A session whose streams are written to by hand, and what it notes. */
function session({ watch = /42/, isGone = false } = {}) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const noted: string[] = [];
  const channel = Object.assign(out, { stderr: err }) as unknown as ClientChannel;
  const one = new Session(
    channel,
    watch,
    () => isGone,
    (event, text, unfinished) => noted.push(`${event} ${text}${unfinished ? " (unfinished)" : ""}`),
  );
  return { one, out, err, noted };
}

it("notes forty lines of a log, and what is none of a log however long the log is", async () => {
  const { one, out, noted } = session();
  out.write(`${LINE}\n`.repeat(100));
  out.write("sh: 1: not found\n");
  expect(await one.until(/not found/, 1000)).toBe(true);
  expect(noted).toEqual([...Array.from({ length: 40 }, () => `output ${LINE}`), "output sh: 1: not found"]);
});

it("does not mix the halves of lines of two streams", async () => {
  const { one, out, err, noted } = session();
  out.write(LINE.slice(0, 20));
  err.write("a warning\n");
  await one.until(/warning/, 1000);
  out.write(`${LINE.slice(20)}\n`);
  await one.until(/PINGREQ/, 1000);
  expect(noted).toEqual(["output a warning", `output ${LINE}`]);
});

it("notes what is watched for where no line end comes", async () => {
  const { one, out, noted } = session();
  out.write("$ 42");
  expect(await one.until(/42/, 1000)).toBe(true);
  expect(noted).toEqual(["output $ 42"]);
});

it("tells of an end that came by itself, and not of one that it made", async () => {
  const [theirs, ours] = [session(), session()];
  theirs.out.emit("close", 0);
  ours.one.close();
  await Promise.all([theirs.one.until(/never/, 1000), ours.one.until(/never/, 1000)]);
  expect([theirs.noted, ours.noted]).toEqual([["closed "], []]);
});

it("tells of a line that the end of the session cut off", async () => {
  const { one, out, noted } = session({ isGone: true });
  out.write(`${LINE}\r\n${LINE.slice(0, 20)}\r`);
  await one.until(/PINGREQ/, 1000);
  out.destroy();
  await one.until(/never/, 1000);
  expect(noted).toEqual([`output ${LINE}`, `output ${LINE.slice(0, 20)} (unfinished)`, "closed lost"]);
});

it.each([
  ["an exit status", 1, true, ""],
  ["a signal", null, true, ""],
  ["nothing, and the connection goes on", undefined, false, ""],
  ["nothing, and the connection is gone", undefined, true, "lost"],
])("tells how it ended when the server said: %s", (_, code, isGone, end) => {
  const { out, noted } = session({ isGone });
  out.emit("close", code);
  expect(noted).toEqual([`closed ${end}`]);
});

it("waits no longer than it was told to", async () => {
  expect(await session().one.until(/never/, 20)).toBe(false);
});
