/** A claim about what was recorded by hand. */
import type { Entry } from "../../../src/evidence/journal/entry";
import type { Claim } from "../../../src/judge/claim";
import { judge } from "../../../src/judge/judge";
import type { ClaimResult } from "../../../src/judge/results";

const RUN: Entry = {
  at: 0,
  source: "run",
  run: "abc1234",
  startedAt: "2026-11-23T09:10:18.091Z",
  tool: { name: "tp-mqtt", version: "0" },
  target: { kind: "remote", address: "h:1", logSource: "none", capabilities: [], why: { en: "a", fr: "b" } },
};

/** @param entries of the exercise “x” */
export function judgedAlone(claim: Claim, entries: readonly Entry[]): ClaimResult | undefined {
  const exercise = { id: "x", section: "1.1", title: { en: "x", fr: "x" }, claims: [claim] };
  return judge([RUN, ...entries], [exercise], { lang: "en" }).claims[0];
}
