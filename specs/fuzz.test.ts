/** The fuzzer finds what it is there to find. */
import fc from "fast-check";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { campaign, type Outcome } from "../scripts/fuzz/campaign";
import { target } from "../scripts/fuzz/target";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

const RUNS = 6000;
const SEED = 42;

function fuzzed(check: (input: number) => void): Promise<Outcome> {
  const reader = target("reader", 100, fc.nat(999), check, { input: 20, slice: 2000 });
  return campaign(reader, RUNS, SEED, gc);
}

/** A reader that keeps something for each input, in a process of its own. */
async function keeping(what: string): Promise<Outcome> {
  const script = join(__dirname, "../scripts/fuzz/testing/keeping.ts");
  const args = ["--expose-gc", "--import", "tsx", script, what];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Outcome;
}

function busyFor(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe("a campaign of the fuzzer", () => {
  it("passes a reader that is sound", async () => {
    expect(await fuzzed((input) => String(input))).not.toHaveProperty("failure");
  });

  it("finds an input that throws, makes it small and says how to see it again", async () => {
    const check = (input: number) => {
      if (input > 700) throw new RangeError("out of range");
    };
    const { failure } = await fuzzed(check);
    expect(failure).toMatchObject({
      why: expect.stringContaining("out of range") as string,
      counterexample: "701",
    });
    const { seed, path } = failure as { seed: number; path: string };
    const again = await target("reader", 100, fc.nat(999), check).play({ runs: 1, seed, path });
    expect(again?.counterexample).toBe("701");
  });

  it("finds an input that takes too long", async () => {
    const { failure } = await fuzzed((input) => {
      if (input === 7) busyFor(25);
    });
    expect(failure).toMatchObject({ why: expect.stringContaining("takes") as string, counterexample: "7" });
  });

  it("finds an input that hangs", async () => {
    const { failure } = await fuzzed((input) => {
      if (input === 7) for (;;);
    });
    expect(failure).toMatchObject({ why: "hangs", counterexample: "7" });
  });

  it.each(["numbers", "buffers"])("finds %s that are kept", async (what) => {
    const { failure, growth } = await keeping(what);
    expect(failure?.why).toContain("memory grows");
    expect(growth).toBeGreaterThan(5000 * 100 * 4);
  });

  it("does not take the warming up of a process for memory that is kept", async () => {
    expect(await keeping("nothing")).not.toHaveProperty("failure");
  });
});
