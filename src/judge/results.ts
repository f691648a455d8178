/** What judgement hands to the reports: the shape of `results.json`. */
import type { TargetFacts } from "../evidence/journal/entry";

export const RESULTS_VERSION = 1;

export const VERDICTS = ["pass", "fail", "deviation", "inconclusive", "skipped"] as const;
/**
 * `pass` was earned by evidence; `fail` contradicts the claim; `inconclusive` means that the evidence needed was not to
 * be had; `skipped` that a need was missing; `deviation` is a departure from the standard that this broker version is
 * known for.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Quote {
  /** Milliseconds since the run began. */
  readonly at: number;
  readonly source: "wire" | "log" | "message" | "tls" | "ssh" | "play";
  readonly text: string;
}

export interface ClaimResult {
  /** `<exercise>/<claim>`; never moves. */
  readonly id: string;
  readonly exercise: string;
  /** Section of the lab sheet. */
  readonly section: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** Statement ids of the standard, e.g. `MQTT-4.3.3-1`, separated by commas. */
  readonly clause?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** For a student: where to look, never the answer. */
  readonly hint?: string;
  /** Why it was skipped, is inconclusive or is a known deviation. */
  readonly reason?: string;
  /** Milliseconds of the run that the evidence spans. */
  readonly durationMs: number;
  readonly evidence: readonly Quote[];
  /** A prerequisite of the run: when it fails, what is broken is the set-up and not an exercise. */
  readonly prerequisite?: boolean;
}

export interface Results {
  readonly version: typeof RESULTS_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  /** Wall clock, ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly target: Omit<TargetFacts, "why"> & { readonly why: string };
  readonly summary: Readonly<Record<Verdict, number>>;
  /** How much of the log was understood; lines that were not are kept in `broker.log` all the same. */
  readonly log?: { readonly lines: number; readonly understood: number; readonly unknown: number };
  readonly claims: readonly ClaimResult[];
  /** Figures that are reported and never judged. */
  readonly measurements: readonly Measurement[];
  /** What was seen and is worth telling, never judged. */
  readonly observations: readonly Observation[];
}

export interface Observation {
  readonly exercise: string;
  readonly title: string;
  readonly value: string;
}

export interface Measurement {
  readonly exercise: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
}

/** 0: everything judged passed. 1: something failed. 2: nothing could be judged. */
export function exitStatus(summary: Results["summary"], claims: readonly ClaimResult[]): 0 | 1 | 2 {
  const judged = claims.filter(
    (claim) =>
      !claim.prerequisite &&
      (claim.verdict === "pass" || claim.verdict === "fail" || claim.verdict === "deviation"),
  );
  if (judged.length === 0) return 2;
  return summary.fail > 0 ? 1 : 0;
}
