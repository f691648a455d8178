/**
 * Judges a journal: a pure function of what was recorded, so that a run can be judged again without a broker.
 */
import type { Entry, RunEntry } from "../evidence/journal/entry";
import { inLang, type Lang, type Text } from "../words/text";
import type { Claim, Judgeable } from "./claim";
import { Found, type Finding } from "./finding";
import { unlessLost } from "./log-gap";
import { quote } from "./quote";
import {
  RESULTS_VERSION,
  VERDICTS,
  type ClaimResult,
  type Measurement,
  type Observation,
  type Quote,
  type Results,
  type Verdict,
} from "./results";
import type { Scene } from "./scene";
import { JournalView } from "./view";
import { Fallen, whyNot } from "./why-not";

export interface JudgeOptions {
  readonly lang: Lang;
  /** Known departures count as failures. */
  readonly strict?: boolean;
}

/**
 * @param entries a whole journal, its `run` entry first
 * @param exercises those that were selected, prerequisites first
 */
export function judge(
  entries: readonly Entry[],
  exercises: readonly Judgeable[],
  options: JudgeOptions,
): Results {
  const view = new JournalView(entries);
  const run = view.run;
  if (run === undefined) throw new Error("a journal begins with its run entry");
  const claims = judgeClaims(view, exercises, options);
  return {
    version: RESULTS_VERSION,
    tool: run.tool,
    startedAt: run.startedAt,
    durationMs: Math.round(entries.at(-1)?.at ?? 0),
    target: targetOf(run, view, options.lang),
    summary: summarise(claims),
    ...(view.log.lines > 0 ? { log: view.log.counts } : {}),
    claims,
    measurements: figuresOf(view, exercises, options.lang),
    observations: observationsOf(view, exercises, options.lang),
  };
}

export function summarise(claims: readonly ClaimResult[]): Results["summary"] {
  const count = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
}

function targetOf(run: RunEntry, view: JournalView, lang: Lang): Results["target"] {
  const { why, version: _version, ...facts } = run.target;
  const version = view.broker.version;
  return {
    ...facts,
    ...(version === undefined ? {} : { version }),
    capabilities: [...view.broker.capabilities],
    why: inLang(why, lang),
  };
}

function judgeClaims(
  view: JournalView,
  exercises: readonly Judgeable[],
  options: JudgeOptions,
): ClaimResult[] {
  const fallen = new Fallen();
  return exercises.flatMap((exercise) => {
    const scene = view.scene(exercise.id);
    return exercise.claims.map((claim) => {
      const result = judgeClaim(view, exercise, claim, scene, fallen, options);
      if (result.verdict === "fail") fallen.add(claim, result);
      return result;
    });
  });
}

function judgeClaim(
  view: JournalView,
  exercise: Judgeable,
  claim: Claim,
  scene: Scene,
  fallen: Fallen,
  { lang, strict = false }: JudgeOptions,
): ClaimResult {
  const base = {
    id: `${exercise.id}/${claim.id}`,
    exercise: exercise.id,
    section: exercise.section,
    title: inLang(claim.title, lang),
    ...(claim.clauses ? { clause: claim.clauses.join(", ") } : {}),
    ...(claim.gate ? { prerequisite: true } : {}),
  };
  const reason = whyNot(view, exercise, claim, fallen);
  if (reason)
    return { ...base, verdict: "skipped", reason: inLang(reason, lang), durationMs: 0, evidence: [] };
  const finding = unlessLost(earned(examine(claim, scene)), claim, exercise.id, view);
  const evidence = quoted(finding.evidence, lang);
  const found = { ...base, durationMs: span(finding.evidence), evidence };
  switch (finding.verdict) {
    case "pass":
      return { ...found, verdict: "pass" };
    case "inconclusive":
      return { ...found, verdict: "inconclusive", reason: inLang(finding.reason, lang) };
    case "fail": {
      const known = claim.deviations?.find((deviation) => deviation.applies(scene, finding));
      const detail = { expected: inLang(finding.expected, lang), actual: inLang(finding.actual, lang) };
      const hint = claim.hint ? { hint: inLang(claim.hint, lang) } : {};
      const because = known ? { reason: inLang(known.because, lang) } : {};
      return { ...found, verdict: known && !strict ? "deviation" : "fail", ...detail, ...hint, ...because };
    }
  }
}

function examine(claim: Claim, scene: Scene): Finding {
  try {
    return claim.judge(scene);
  } catch (error) {
    if (error instanceof Found) return error.finding;
    const what = error instanceof Error ? error.message : String(error);
    return {
      verdict: "inconclusive",
      reason: {
        en: `the claim could not be examined: ${what}`,
        fr: `l’affirmation n’a pas pu être examinée : ${what}`,
      },
      evidence: [],
    };
  }
}

/** A pass is earned by evidence. */
function earned(finding: Finding): Finding {
  if (finding.verdict !== "pass" || finding.evidence.length > 0) return finding;
  return {
    verdict: "inconclusive",
    reason: { en: "nothing was seen that shows it", fr: "rien de ce qui a été vu ne le montre" },
    evidence: [],
  };
}

/** Of long evidence a reader sees the beginning and the end, and how much was left out between. */
const FIRST_QUOTES = 16;
const LAST_QUOTES = 8;

/** In the order in which it was seen, each entry once. */
function quoted(found: readonly Entry[], lang: Lang): Quote[] {
  const evidence = [...new Set(found)].sort((a, b) => a.at - b.at);
  const tell = (entry: Entry) => quote(entry, lang);
  const left = evidence.length - FIRST_QUOTES - LAST_QUOTES;
  if (left <= 1) return evidence.map(tell);
  const first = evidence.slice(0, FIRST_QUOTES).map(tell);
  const last = evidence.slice(-LAST_QUOTES).map(tell);
  const between: Quote = { at: first.at(-1)?.at ?? 0, source: "play", text: inLang(leftOut(left), lang) };
  return [...first, between, ...last];
}

function leftOut(n: number): Text {
  return { en: `… ${n} more in between …`, fr: `… ${n} autres entre-temps …` };
}

function span(evidence: readonly Entry[]): number {
  const times = evidence.map((entry) => entry.at);
  return times.length === 0 ? 0 : Math.round(Math.max(...times) - Math.min(...times));
}

function figuresOf(view: JournalView, exercises: readonly Judgeable[], lang: Lang): Measurement[] {
  return exercises.flatMap(({ id, measure }) =>
    asFarAs(() => measure?.(view.scene(id)) ?? []).map(({ title, value, unit }) => ({
      exercise: id,
      title: inLang(title, lang),
      value,
      unit,
    })),
  );
}

function observationsOf(view: JournalView, exercises: readonly Judgeable[], lang: Lang): Observation[] {
  return exercises.flatMap(({ id, observe }) =>
    asFarAs(() => observe?.(view.scene(id)) ?? []).map(({ title, value }) => ({
      exercise: id,
      title: inLang(title, lang),
      value: inLang(value, lang),
    })),
  );
}

/** Nothing when the exercise did not get far enough. */
function asFarAs<T>(look: () => readonly T[]): readonly T[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof Found) return [];
    throw error;
  }
}
