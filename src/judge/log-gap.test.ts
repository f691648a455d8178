import { Journal } from "../evidence/journal/journal";
import { same } from "../words/text";
import type { Claim } from "./claim";
import { fail } from "./finding";
import { judge } from "./judge";

const claim = (fields: Partial<Claim>): Claim => ({
  id: "claim",
  title: same("title"),
  rests: ["log", "wire"],
  judge: (scene) => fail("a line", "none", scene.entries.slice(0, 1)),
  ...fields,
});

/** The result of a claim that fails, in a journal where the log was interrupted before or after the exercise began. */
function verdict(fields: Partial<Claim>, gap: "before" | "after" | "never") {
  const journal = new Journal("run0001");
  const target = {
    kind: "remote" as const,
    address: "127.0.0.1:1",
    logSource: "ssh",
    capabilities: ["log"],
    why: same(""),
  };
  const tool = { name: "tp-mqtt", version: "0" };
  journal.add({ source: "run", run: "run0001", startedAt: "2026-01-01T00:00:00.000Z", tool, target });
  const data = { en: "cut for 2 s", fr: "coupé pendant 2 s" };
  const mark = () => {
    journal.add({
      source: "play",
      exercise: "0-target",
      event: "mark",
      name: "log-gap",
      text: data.en,
      data,
    });
  };
  if (gap === "before") mark();
  journal.add({ source: "play", exercise: "9-x", event: "began" });
  if (gap === "after") mark();
  const exercise = { id: "9-x", section: "9", title: same("x"), claims: [claim(fields)] };
  return judge(journal.entries, [exercise], { lang: "fr" }).claims[0];
}

describe("a log that was interrupted", () => {
  it("proves no failure of an exercise that had begun", () => {
    const result = verdict({}, "after");
    expect(result).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("coupé pendant") as string,
    });
    expect(result?.evidence.at(-1)?.text).toContain("le journal a été interrompu");
  });

  it("changes nothing for one that began later, for what rests on other evidence, and for what gates the run", () => {
    const verdicts = [
      verdict({}, "never"),
      verdict({}, "before"),
      verdict({ rests: ["wire"] }, "after"),
      verdict({ gate: "run" }, "after"),
    ];
    expect(verdicts.map((result) => result?.verdict)).toEqual(["fail", "fail", "fail", "fail"]);
  });
});
