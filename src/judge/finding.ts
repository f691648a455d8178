/** What a claim finds, and the ways to say it. A claim that says nothing has not passed. */
import type { Entry } from "../evidence/journal/entry";
import { join, same, type Text } from "../words/text";

export type Finding =
  | { readonly verdict: "pass"; readonly evidence: readonly Entry[] }
  | {
      readonly verdict: "fail";
      readonly expected: Text;
      readonly actual: Text;
      readonly evidence: readonly Entry[];
    }
  | { readonly verdict: "inconclusive"; readonly reason: Text; readonly evidence: readonly Entry[] };

/** Carries a finding out of the middle of a claim. Thrown by `fail`, `inconclusive` and `Scene`, caught by `judge`. */
export class Found extends Error {
  constructor(readonly finding: Finding) {
    super(finding.verdict);
  }
}

/** The claim holds, as these entries show; without any it does not pass. */
export function pass(...evidence: readonly (Entry | readonly Entry[])[]): Finding {
  return { verdict: "pass", evidence: evidence.flat() };
}

/** The evidence contradicts the claim. */
export function fail(
  expected: Text | string,
  actual: Text | string,
  ...evidence: readonly (Entry | readonly Entry[])[]
): never {
  throw new Found({
    verdict: "fail",
    expected: text(expected),
    actual: text(actual),
    evidence: evidence.flat(),
  });
}

/** The evidence needed was not to be had. */
export function inconclusive(reason: Text, ...evidence: readonly (Entry | readonly Entry[])[]): never {
  throw new Found({ verdict: "inconclusive", reason, evidence: evidence.flat() });
}

/** Fails unless `actual` equals `expected`; `what` names the compared thing: `packet identifier`. */
export function equal(
  what: Text,
  actual: string | number | boolean | undefined,
  expected: string | number | boolean,
  ...evidence: readonly (Entry | readonly Entry[])[]
): void {
  if (actual === expected) return;
  const say = (value: string | number | boolean | undefined) =>
    join([what, value === undefined ? NONE : same(String(value))], " = ");
  fail(say(expected), say(actual), ...evidence);
}

const NONE: Text = { en: "none", fr: "aucun" };

function text(value: Text | string): Text {
  return typeof value === "string" ? same(value) : value;
}
