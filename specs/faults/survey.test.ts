import type { ClaimResult, Verdict } from "../../src/judge/results";
import type { Played } from "./play";
import { isClean, survey } from "./survey";

/** A run in which the claims of exercise `x` came out so. */
function run(id: string, breaks: readonly string[], verdicts: Readonly<Record<string, Verdict>>): Played {
  const claims = Object.entries(verdicts).map(([claim, verdict]): ClaimResult => ({
    id: `x/${claim}`,
    exercise: "x",
    section: "2",
    title: claim,
    verdict,
    durationMs: 0,
    evidence: [],
  }));
  const fault = { id, what: { en: id, fr: id }, breaks: breaks.map((claim) => `x/${claim}`) };
  return {
    fault,
    claims,
    failed: claims.filter(({ verdict }) => verdict === "fail").map((claim) => claim.id),
    ms: 1,
  };
}

const healthy = [run("healthy", [], { a: "pass" }), run("healthy", [], { b: "pass" })];
const claims = ["x/a", "x/b"];

test("nothing is amiss when every fault trips its claims and every claim is tripped", () => {
  const played = [run("f", ["a"], { a: "fail", b: "pass" }), run("g", ["b"], { a: "skipped", b: "fail" })];
  expect(isClean(survey(played, healthy, claims))).toBe(true);
});

test("a claim that does not fail is missed, its fault unnoticed, and it stays untripped: inconclusive is not caught", () => {
  const found = survey([run("f", ["a"], { a: "inconclusive", b: "pass" })], healthy, claims);
  expect(found).toMatchObject({
    missed: [{ fault: "f", claim: "x/a", verdict: "inconclusive" }],
    unnoticed: ["f"],
    untripped: ["x/a", "x/b"],
  });
});

test("a claim that fails without a fault catches nothing", () => {
  const sick = [run("healthy", [], { a: "fail", b: "pass" })];
  const found = survey([run("f", ["a"], { a: "fail", b: "fail" })], sick, claims);
  expect(found).toMatchObject({
    unhealthy: [{ claim: "x/a" }],
    missed: [{ claim: "x/a" }],
    untripped: ["x/a"],
    unnoticed: [],
  });
});

test("a run that broke is told, and a claim that does not exist", () => {
  const broken = { ...run("f", ["c"], {}), broke: "no end" };
  const found = survey([broken], healthy, []);
  expect(found).toMatchObject({
    broken: [{ broke: "no end" }],
    missed: [{ claim: "x/c", verdict: "unknown claim" }],
  });
});
