/** What the played faults tell about the claims: a check that cannot fail is a defect, and so is a fault that passes. */
import type { Played } from "./play";

export interface Survey {
  /** Runs that did not end in their time, or broke. */
  readonly broken: readonly Played[];
  /** `breaks` that did not fail, by fault. */
  readonly missed: readonly { readonly fault: string; readonly claim: string; readonly verdict: string }[];
  /** Faults that no claim noticed. */
  readonly unnoticed: readonly string[];
  /** Claims that no fault trips. */
  readonly untripped: readonly string[];
  /** Claims that do not pass on the healthy broker: what they say under a fault means nothing. */
  readonly unhealthy: readonly { readonly claim: string; readonly verdict: string }[];
}

/**
 * @param played the faults
 * @param healthy the same exercises without a fault, in one run or several
 * @param claims ids of those that must be tripped
 */
export function survey(
  played: readonly Played[],
  healthy: readonly Played[],
  claims: readonly string[],
): Survey {
  const unhealthy = healthy
    .flatMap((one) => one.claims)
    .filter((claim) => claim.verdict === "fail" || claim.verdict === "inconclusive")
    .map((claim) => ({ claim: claim.id, verdict: claim.verdict }));
  const void_ = new Set(unhealthy.map(({ claim }) => claim));
  const failedIn = (one: Played) => one.failed.filter((claim) => !void_.has(claim));
  const tripped = new Set(played.flatMap(failedIn));
  const verdictIn = (one: Played, id: string) =>
    one.claims.find((claim) => claim.id === id)?.verdict ?? "unknown claim";
  return {
    broken: [...healthy, ...played].filter((one) => one.broke !== undefined),
    missed: played.flatMap((one) =>
      one.fault.breaks
        .filter((claim) => !failedIn(one).includes(claim))
        .map((claim) => ({ fault: one.fault.id, claim, verdict: verdictIn(one, claim) })),
    ),
    unnoticed: played.filter((one) => failedIn(one).length === 0).map((one) => one.fault.id),
    untripped: claims.filter((claim) => !tripped.has(claim)),
    unhealthy,
  };
}

/** Whether there is nothing to mend. */
export function isClean(found: Survey): boolean {
  return Object.values(found).every((list: readonly unknown[]) => list.length === 0);
}
