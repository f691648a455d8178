import { once } from "node:events";
import { setTimeout as later } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { boundOf } from "./bound";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

test("it is aborted in its time, however often memory is collected meanwhile", async () => {
  const { signal } = boundOf(300, new AbortController().signal);
  let aborted = false;
  signal.addEventListener("abort", () => (aborted = true));
  for (let i = 0; i < 30; i++) {
    collect();
    await later(20);
  }
  expect(aborted).toBe(true);
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});

test("it is aborted with the other, for the other's reason", async () => {
  const other = new AbortController();
  using bound = boundOf(60_000, other.signal);
  const aborted = once(bound.signal, "abort");
  other.abort("interrupted");
  await aborted;
  expect(bound.signal.reason).toBe("interrupted");
  expect(boundOf(60_000, other.signal).signal.aborted).toBe(true);
});

test("it is aborted no more once it is disposed", async () => {
  const other = new AbortController();
  const bound = boundOf(1, other.signal);
  bound[Symbol.dispose]();
  other.abort();
  await later(20);
  expect(bound.signal.aborted).toBe(false);
});
