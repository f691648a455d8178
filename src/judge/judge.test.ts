import type { Entry } from "../evidence/journal/entry";
import { Journal } from "../evidence/journal/journal";
import type { Claim, Judgeable } from "./claim";
import { equal, fail, inconclusive, pass } from "./finding";
import { judge } from "./judge";
import { exitStatus, type ClaimResult, type Verdict } from "./results";

const text = (words: string) => ({ en: words, fr: `${words} (fr)` });

function journal(capabilities: readonly string[] = ["log"], logSource = "a file"): Journal {
  const made = new Journal("run0001");
  const tool = { name: "tp-mqtt", version: "0" };
  const target = {
    kind: "native" as const,
    address: "127.0.0.1:1",
    logSource,
    capabilities,
    why: text("asked for"),
  };
  made.add({ source: "run", run: "run0001", startedAt: "2026-01-01T00:00:00.000Z", tool, target });
  made.add({ source: "play", exercise: "9-x", event: "began" });
  return made;
}

function claim(fields: Partial<Claim> & Pick<Claim, "judge">): Claim {
  return { id: "claim", title: text("title"), rests: ["wire"], ...fields };
}

const seen = (scene: { entries: readonly Entry[] }) => scene.entries[0] ?? [];
const passes = claim({ judge: (scene) => pass(seen(scene)) });

function results(
  claims: readonly Claim[],
  options: {
    capabilities?: readonly string[];
    logSource?: string;
    strict?: boolean;
    needs?: readonly string[];
  } = {},
): readonly ClaimResult[] {
  const exercise: Judgeable = {
    id: "9-x",
    section: "9",
    title: text("exercise"),
    claims,
    ...(options.needs ? { needs: options.needs } : {}),
  };
  const { entries } = journal(options.capabilities, options.logSource);
  return judge(entries, [exercise], { lang: "en", strict: options.strict ?? false }).claims;
}

const verdicts = (...claims: readonly Claim[]): Verdict[] => results(claims).map(({ verdict }) => verdict);

describe("a claim", () => {
  it("passes with evidence, and quotes it", () => {
    expect(results([passes])).toMatchObject([
      { id: "9-x/claim", verdict: "pass", evidence: [{ source: "play", text: "the exercise begins" }] },
    ]);
  });

  it("does not pass without evidence", () => {
    expect(verdicts(claim({ judge: () => pass() }))).toEqual(["inconclusive"]);
  });

  it("is inconclusive when it breaks, and says so", () => {
    const broken = claim({
      judge: () => {
        throw new Error("oops");
      },
    });
    expect(results([broken])).toMatchObject([
      { verdict: "inconclusive", reason: "the claim could not be examined: oops" },
    ]);
  });

  it("fails with what was expected and what was seen, and a hint", () => {
    const wrong = claim({ hint: text("look there"), judge: (scene) => fail("m1", "m2", seen(scene)) });
    expect(results([wrong])).toMatchObject([
      { verdict: "fail", expected: "m1", actual: "m2", hint: "look there" },
    ]);
  });

  it("fails when two values differ", () => {
    const differ = claim({
      judge: (scene) => {
        equal(text("QoS"), undefined, 1, seen(scene));
        return pass(seen(scene));
      },
    });
    expect(results([differ])).toMatchObject([{ verdict: "fail", expected: "QoS = 1", actual: "QoS = none" }]);
  });

  it("is skipped when the broker lacks what its exercise or it needs", () => {
    expect(results([passes], { needs: ["mqtt5"] })).toMatchObject([
      { verdict: "skipped", reason: "this broker does not offer: mqtt5" },
    ]);
    expect(results([{ ...passes, needs: ["tls"] }])).toMatchObject([{ verdict: "skipped" }]);
  });
});

describe("a claim that rests on the log", () => {
  const logged: Claim = { ...passes, rests: ["log"] };

  it("is judged when there is an independent one", () => {
    expect(verdicts(logged)).toEqual(["pass"]);
  });

  it.each([
    ["none", "no log was given for this broker"],
    ["narrator", "the log of this target is written from the packets by tp-mqtt itself: it proves nothing"],
  ])("is skipped when the log is: %s", (logSource, reason) => {
    expect(results([logged], { capabilities: [], logSource })).toMatchObject([
      { verdict: "skipped", reason },
    ]);
  });
});

describe("a prerequisite", () => {
  const broken = (gate: "run" | "log") =>
    claim({
      id: "gate",
      gate,
      rests: gate === "log" ? ["log"] : ["wire"],
      judge: (scene) => fail("a", "b", seen(scene)),
    });
  const logged: Claim = { ...passes, id: "logged", rests: ["log"] };

  it("that fails leaves everything after it unjudged, and named as the reason", () => {
    expect(results([broken("run"), passes])).toMatchObject([
      { verdict: "fail", prerequisite: true },
      { verdict: "skipped", reason: "because of the failure of 9-x/gate" },
    ]);
  });

  it("of the log leaves only what rests on the log unjudged", () => {
    expect(verdicts(broken("log"), passes, logged)).toEqual(["fail", "pass", "skipped"]);
  });
});

describe("a known departure", () => {
  const departs = (applies: boolean): Claim =>
    claim({
      deviations: [{ applies: () => applies, because: text("known since 1.0") }],
      judge: (scene) => fail("a", "b", seen(scene)),
    });

  it("is a deviation with its reason, and a failure when strict", () => {
    expect(results([departs(true)])).toMatchObject([{ verdict: "deviation", reason: "known since 1.0" }]);
    expect(results([departs(true)], { strict: true })).toMatchObject([{ verdict: "fail" }]);
  });

  it("that is another one is a failure", () => {
    expect(results([departs(false)])).toMatchObject([{ verdict: "fail" }]);
  });
});

describe("long evidence", () => {
  it("is quoted by its beginning and its end", () => {
    const many = claim({
      judge: (scene) =>
        pass(Array.from({ length: 100 }, (_, at) => ({ ...(scene.entries[0] as Entry), at }))),
    });
    const [result] = results([many]);
    expect(result?.evidence).toHaveLength(25);
    expect(result?.evidence[16]?.text).toBe("… 76 more in between …");
  });
});

describe("the exit status", () => {
  const status = (...claims: readonly Claim[]) => {
    const { entries } = journal();
    const judged = judge(entries, [{ id: "9-x", section: "9", title: text("x"), claims }], { lang: "en" });
    return exitStatus(judged.summary, judged.claims);
  };
  const failing = claim({ id: "f", judge: (scene) => fail("a", "b", seen(scene)) });
  const unclear = claim({ id: "i", judge: () => inconclusive(text("why")) });

  it.each([
    ["everything judged passed", 0, [passes]],
    ["a claim failed", 1, [passes, failing]],
    ["only prerequisites were judged", 2, [{ ...failing, gate: "run" as const }]],
    ["nothing was judged", 2, []],
    ["nothing was conclusive", 2, [unclear]],
  ])("when %s is %i", (_, expected, claims) => {
    expect(status(...claims)).toBe(expected);
  });
});
